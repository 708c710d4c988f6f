/** Members, roles and permissions: what somebody may do in an organization. */
@ApplicationModule(
        allowedDependencies = {"kernel", "http", "tenancy", "jobs", "egress", "secrets", "identity", "plans"})
@NullMarked
package io.claribi.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
