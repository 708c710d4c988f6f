/** What must not be known: sealed before it reaches the database, opened only for the work that needs it. */
@ApplicationModule(allowedDependencies = {"kernel", "http", "tenancy"})
@NullMarked
package io.claribi.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
