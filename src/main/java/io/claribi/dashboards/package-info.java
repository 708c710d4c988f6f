/** Dashboards: widgets over queries, their filters, and the first one made for a new source. */
@ApplicationModule(allowedDependencies = {"kernel", "http", "tenancy", "access", "warehouse", "connectors", "query"})
@NullMarked
package io.claribi.dashboards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
