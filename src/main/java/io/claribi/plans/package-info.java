/** What an organization's plan offers: features, limits, their use, and who is paid for it. */
@ApplicationModule(allowedDependencies = {"kernel", "http", "tenancy", "egress", "secrets", "identity"})
@NullMarked
package io.claribi.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
