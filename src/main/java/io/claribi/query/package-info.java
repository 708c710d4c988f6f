/** Typed queries: checked against a source, compiled to SQL with bound values, run, cached and exported. */
@ApplicationModule(allowedDependencies = {"kernel", "http", "tenancy", "warehouse", "connectors"})
@NullMarked
package io.claribi.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
