package io.claribi.access;

import static io.claribi.access.AccessError.ORGANIZATION_CLOSING;
import static io.claribi.access.AccessError.ORGANIZATION_DISABLED;
import static io.claribi.identity.IdentityError.SESSION_ENDED;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationState;
import io.claribi.tenancy.OrganizationStates;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets members into their organization, unless it is disabled or about to be deleted. */
@Component
public class Doors {
    private final OrganizationStates states;
    private final Clock clock;

    Doors(OrganizationStates states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    /**
     * @param owner whether it is the Owner who comes, who alone can still keep it from being deleted
     * @throws AppException ORGANIZATION_DISABLED, ORGANIZATION_CLOSING or SESSION_ENDED
     */
    public void check(OrganizationId organization, boolean owner) {
        OrganizationState state = states.of(organization);
        switch (state.kind()) {
            case ACTIVE -> {}
            case DISABLED ->
                throw new AppException(
                        ORGANIZATION_DISABLED,
                        "This organization was disabled by who runs the server. Ask them, or log in to another one.");
            case CLOSING -> checkClosing(state.closesAt(), owner);
            case GONE -> throw new AppException(SESSION_ENDED, "This organization no longer exists.");
        }
    }

    boolean isOpen(OrganizationId organization, boolean owner) {
        try {
            check(organization, owner);
            return true;
        } catch (AppException e) {
            return false;
        }
    }

    private void checkClosing(@Nullable Instant closesAt, boolean owner) {
        if (closesAt == null || !owner || !clock.instant().isBefore(closesAt)) {
            throw new AppException(
                            ORGANIZATION_CLOSING,
                            "This organization is being deleted. Only its Owner can undo that, in time.")
                    .with("closesAt", String.valueOf(closesAt));
        }
    }
}
