/** Organizations, the scope that carries the current one, and the transactions that bind it in the database. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.claribi.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
