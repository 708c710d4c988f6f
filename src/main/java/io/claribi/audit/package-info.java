/** The trail: writes every auditable event in the transaction of the change it tells of. */
@ApplicationModule(allowedDependencies = {"kernel", "http", "tenancy", "identity", "plans"})
@NullMarked
package io.claribi.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
