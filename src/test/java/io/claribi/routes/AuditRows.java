package io.claribi.routes;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationWork;
import java.util.List;
import org.springframework.stereotype.Component;

/** The trail as it stands in the database, until there is a route that reads it. */
@Component
class AuditRows {
    private final Database database;
    private final OrganizationWork work;

    AuditRows(Database database, OrganizationWork work) {
        this.database = database;
        this.work = work;
    }

    long count(OrganizationId organization) {
        return types(organization).size();
    }

    /** Kinds of those whose doing it all was. */
    List<String> actors(OrganizationId organization) {
        return work.call(
                organization, () -> database.sql("""
                        SELECT DISTINCT actor_type
                        FROM audit.event
                        """).query(String.class).list());
    }

    List<String> types(OrganizationId organization) {
        return work.call(
                organization, () -> database.sql("""
                        SELECT type
                        FROM audit.event
                        ORDER BY id
                        """).query(String.class).list());
    }
}
