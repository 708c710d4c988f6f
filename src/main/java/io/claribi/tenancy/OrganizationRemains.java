package io.claribi.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is left of the current organization once its grace is over, to be deleted. */
@Component
public class OrganizationRemains {
    private static final int ROWS_AT_ONCE = 10_000;

    private final Database database;
    private final OrganizationStore organizations;
    private final OrganizationStates states;
    private final DataDirectory data;
    private final ApplicationEventPublisher events;

    OrganizationRemains(
            Database database,
            OrganizationStore organizations,
            OrganizationStates states,
            DataDirectory data,
            ApplicationEventPublisher events) {
        this.database = database;
        this.organizations = organizations;
        this.states = states;
        this.data = data;
        this.events = events;
    }

    /** Whether its grace is over, by the database's clock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isDue() {
        return database.sql("""
                        SELECT EXISTS (
                            SELECT
                            FROM tenancy.closing
                            WHERE closes_at <= now())
                        """).query(Boolean.class).single();
    }

    /**
     * Deletes a portion of its rows in whatever table, the organization itself last. Of two who do so at once, one waits
     * for the other, and may find nothing left.
     *
     * @return whether there may be more
     * @throws org.springframework.dao.DataAccessException if its grace is not over
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean deleteRows() {
        if (!organizations.tryLock()) {
            return false;
        }
        boolean more = database.sql("""
                        SELECT tenancy.purge(:most)
                        """)
                .param("most", ROWS_AT_ONCE)
                .query(Boolean.class)
                .single();
        if (!more) {
            events.publishEvent(new OrganizationPurged(OrganizationScope.current()));
            states.forget();
        }
        return more;
    }

    /** Deletes its folder with all that is in it. */
    public void deleteFiles() {
        try {
            OrganizationFolder.of(data, OrganizationScope.current()).delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
