/** Background work, an organization's or the server's own, that survives a crash and tells its progress. */
@ApplicationModule(allowedDependencies = {"kernel", "http", "tenancy"})
@NullMarked
package io.claribi.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
