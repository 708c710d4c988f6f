package io.claribi.access.ownership;

import io.claribi.access.Memberships;
import io.claribi.identity.Accounts;
import io.claribi.jobs.ServerTask;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationRemains;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.tenancy.OrganizationState;
import io.claribi.tenancy.OrganizationStates;
import io.claribi.tenancy.OrganizationWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes an organization once its grace is over: sessions first, then every row, in portions, last the files. Each step
 * can be done again after a crash. Whether the grace is over is judged by the database, which deletes nothing before.
 */
@Component
class OrganizationPurge implements ServerTask {
    private static final Logger log = LoggerFactory.getLogger(OrganizationPurge.class);
    /** Where this node's clock is ahead of the database's, which counts. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final OrganizationStates states;
    private final OrganizationRemains remains;
    private final Memberships memberships;
    private final Accounts accounts;
    private final OwnershipNews news;
    private final OrganizationWork work;
    private final Clock clock;

    OrganizationPurge(
            OrganizationStates states,
            OrganizationRemains remains,
            Memberships memberships,
            Accounts accounts,
            OwnershipNews news,
            OrganizationWork work,
            Clock clock) {
        this.states = states;
        this.remains = remains;
        this.memberships = memberships;
        this.accounts = accounts;
        this.news = news;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "organization_purge";
    }

    /** @param id the organization's */
    @Override
    public Optional<Instant> run(UUID id) {
        var organization = new OrganizationId(id);
        OrganizationState state = work.call(organization, states::read);
        if (state.kind() != OrganizationState.Kind.GONE) {
            Instant closesAt = state.closesAt();
            if (closesAt == null) {
                return Optional.empty();
            }
            if (!work.<Boolean>call(organization, remains::isDue)) {
                return Optional.of(later(closesAt, clock.instant().plus(LOOK_AGAIN)));
            }
            work.run(organization, this::closeForGood);
            while (work.<Boolean>call(organization, remains::deleteRows)) {
                log.debug("There is more to delete of organization {}", id);
            }
        }
        OrganizationScope.run(organization, remains::deleteFiles);
        log.info("Organization {} was deleted, as its Owner had asked", id);
        return Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void closeForGood() {
        memberships
                .findOwner()
                .filter(owner -> accounts.listOrganizations(owner).contains(OrganizationScope.current()))
                .ifPresent(owner -> news.deleted(accounts.get(owner)));
        memberships.sendAllHome();
    }
}
