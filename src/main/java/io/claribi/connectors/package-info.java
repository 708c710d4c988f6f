/** Data sources: how rows come in, their status, schema and statistics. */
@ApplicationModule(allowedDependencies = {"kernel", "http", "tenancy", "jobs", "plans", "access", "warehouse"})
@NullMarked
package io.claribi.connectors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
