/** What an organization's plan offers: features, limits and their use. */
@ApplicationModule(allowedDependencies = {"kernel", "http", "tenancy", "identity"})
@NullMarked
package io.claribi.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
