/** The organization's own tables: Parquet files and the locked-down DuckDB sessions that read them. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
@NullMarked
package io.claribi.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
