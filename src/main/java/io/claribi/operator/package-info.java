/** What an operator does from the command line, beside a running server or in its absence. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "secrets", "identity", "plans"})
@NullMarked
package io.claribi.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
