/** The guarded way out of the server: HTTP, and mail. */
@ApplicationModule(allowedDependencies = {"kernel", "http", "tenancy", "jobs"})
@NullMarked
package io.claribi.egress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
