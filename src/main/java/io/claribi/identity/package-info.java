/** Accounts, passwords, sessions and tokens: who somebody is. */
@ApplicationModule(allowedDependencies = {"kernel", "http", "tenancy", "egress", "secrets"})
@NullMarked
package io.claribi.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
