package io.claribi.secrets;

import io.claribi.kernel.OrganizationId;
import io.claribi.secrets.ResealingBatch.Position;
import io.claribi.secrets.keys.PlatformKey;
import io.claribi.tenancy.OrganizationWork;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals everything anew that another key sealed than the one that seals now, beside the work and in small transactions:
 * each leaves what is done done, so that a server that dies loses no more than its last batch. Several servers take turns.
 */
@Component
class Resealing {
    private static final Logger log = LoggerFactory.getLogger(Resealing.class);
    private static final long BETWEEN_REPORTS = Duration.ofSeconds(10).toNanos();
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int ORGANIZATIONS = 100;

    private final KeyRing ring;
    private final ResealingStore store;
    private final AccountResealing accounts;
    private final ServerResealing server;
    private final OrganizationResealing organizations;
    private final OrganizationWork work;
    private final TransactionTemplate transaction;

    private long reportedAt;

    Resealing(
            KeyRing ring,
            ResealingStore store,
            AccountResealing accounts,
            ServerResealing server,
            OrganizationResealing organizations,
            OrganizationWork work,
            TransactionTemplate transaction) {
        this.ring = ring;
        this.store = store;
        this.accounts = accounts;
        this.server = server;
        this.organizations = organizations;
        this.work = work;
        this.transaction = transaction;
    }

    /**
     * Does all there is to do; nothing while another server is at it.
     *
     * @return how many secrets don't open although their key is here; they stay as they are
     */
    synchronized long run() {
        Keys keys = transaction.execute(status -> keys());
        if (!transaction.<Boolean>execute(status -> begin(keys))) {
            return 0;
        }
        try {
            return run(keys);
        } catch (AnotherIsAtWork e) {
            return 0;
        }
    }

    private Keys keys() {
        String target = ring.sealing().id();
        return new Keys(
                target,
                ring.all().stream()
                        .map(PlatformKey::id)
                        .filter(id -> !id.equals(target))
                        .collect(Collectors.toSet()));
    }

    private boolean begin(Keys keys) {
        boolean due = store.isAnythingSealedBy(keys.others()) && store.tryLock();
        if (due) {
            store.begin(keys.target(), keys.others());
        }
        return due;
    }

    private long run(Keys keys) {
        log.info("Sealing everything anew by platform key {}", keys.target());
        reportedAt = System.nanoTime();
        long unopenable = all(keys, this::inTransaction, last -> server.reseal(keys))
                + all(keys, this::inTransaction, last -> accounts.reseal(keys, last))
                + organizations(keys);
        transaction.executeWithoutResult(status -> store.finish(keys.target()));
        log.info("Sealed anew by platform key {}: {}", keys.target(), progress(keys));
        if (unopenable > 0) {
            log.error("{} secrets were altered or put in another place; they stay as they are", unopenable);
        }
        return unopenable;
    }

    private long organizations(Keys keys) {
        long unopenable = 0;
        List<OrganizationId> next = organizations(keys, BEFORE_ALL);
        while (!next.isEmpty()) {
            for (OrganizationId organization : next) {
                unopenable += all(
                        keys,
                        batch -> work.call(organization, batch),
                        last -> organizations.reseal(organization, keys, last));
            }
            next = organizations(keys, next.getLast().value());
        }
        return unopenable;
    }

    private List<OrganizationId> organizations(Keys keys, UUID after) {
        return transaction.execute(status -> store.listOrganizations(keys.others(), after, ORGANIZATIONS));
    }

    /** Batch after batch, each in a transaction of its own. */
    private long all(
            Keys keys,
            Function<Supplier<ResealingBatch>, ResealingBatch> inTransaction,
            Function<Position, ResealingBatch> reseal) {
        long unopenable = 0;
        Position next = Position.START;
        while (next != null) {
            Position last = next;
            ResealingBatch batch = inTransaction.apply(() -> step(keys, () -> reseal.apply(last)));
            unopenable += batch.unopenable();
            next = batch.last();
            report(keys);
        }
        return unopenable;
    }

    private ResealingBatch step(Keys keys, Supplier<ResealingBatch> reseal) {
        if (!store.tryLock()) {
            throw new AnotherIsAtWork();
        }
        ResealingBatch batch = reseal.get();
        store.add(keys.target(), batch.done());
        return batch;
    }

    private ResealingBatch inTransaction(Supplier<ResealingBatch> batch) {
        return transaction.execute(status -> batch.get());
    }

    private void report(Keys keys) {
        if (System.nanoTime() - reportedAt > BETWEEN_REPORTS) {
            reportedAt = System.nanoTime();
            log.info("Sealing anew by platform key {}: {}", keys.target(), progress(keys));
        }
    }

    private String progress(Keys keys) {
        return transaction.execute(
                status -> store.find(keys.target()).map(ResealingProgress::told).orElse("nothing"));
    }

    /**
     * @param target that seals
     * @param others that open, and shall not be needed any more
     */
    record Keys(String target, Set<String> others) {}

    private static final class AnotherIsAtWork extends RuntimeException {}
}
