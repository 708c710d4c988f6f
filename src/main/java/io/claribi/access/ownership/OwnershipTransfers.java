package io.claribi.access.ownership;

import static io.claribi.access.AccessError.MEMBER_IS_YOU;
import static io.claribi.access.AccessError.MEMBER_NOT_FOUND;
import static io.claribi.access.ownership.OwnershipError.TRANSFER_EXPIRED;
import static io.claribi.access.ownership.OwnershipError.TRANSFER_NOT_FOUND;
import static io.claribi.access.ownership.OwnershipError.TRANSFER_PENDING;
import static io.claribi.access.ownership.OwnershipError.TRANSFER_VOID;

import io.claribi.access.MemberChanged.MemberDisabled;
import io.claribi.access.MemberChanged.MemberRemoved;
import io.claribi.access.Membership;
import io.claribi.access.Memberships;
import io.claribi.access.roles.GrantRules;
import io.claribi.identity.Accounts;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an organization gets another Owner: the Owner asks a member to take over, and they accept. Everything is judged in a
 * transaction in which nobody else changes members of the organization.
 */
@Component
public class OwnershipTransfers {
    private final OwnershipTransferStore store;
    private final Memberships memberships;
    private final GrantRules rules;
    private final Accounts accounts;
    private final OwnershipNews news;
    private final Clock clock;

    OwnershipTransfers(
            OwnershipTransferStore store,
            Memberships memberships,
            GrantRules rules,
            Accounts accounts,
            OwnershipNews news,
            Clock clock) {
        this.store = store;
        this.memberships = memberships;
        this.rules = rules;
        this.accounts = accounts;
        this.news = news;
        this.clock = clock;
    }

    /** The transfer that waits, for those two whom it is about. */
    @Transactional(readOnly = true)
    public Optional<OwnershipTransfer> find(AccountId account) {
        return findWaiting().filter(transfer -> transfer.isFrom(account) || transfer.isTo(account));
    }

    /**
     * @throws AppException MEMBER_NOT_FOUND, also of a disabled member; MEMBER_IS_YOU
     */
    @Transactional(readOnly = true)
    public void checkCanTakeOver(Caller caller, AccountId member) {
        if (memberships.find(member).filter(Membership::isActive).isEmpty()) {
            throw new AppException(MEMBER_NOT_FOUND, "There is no active member %s.".formatted(member.value()));
        }
        if (member.equals(caller.account())) {
            throw new AppException(MEMBER_IS_YOU, "You are the Owner already.");
        }
    }

    /**
     * Asks a member to take over. The caller has proven just now to be the Owner.
     *
     * @throws AppException PERMISSION_DENIED, MEMBER_NOT_FOUND, MEMBER_IS_YOU, TRANSFER_PENDING
     */
    @Transactional
    public OwnershipTransfer request(Caller caller, AccountId member) {
        rules.hold(caller, Permission.TRANSFER_OWNERSHIP);
        checkCanTakeOver(caller, member);
        if (findWaiting().isPresent()) {
            throw new AppException(
                    TRANSFER_PENDING, "You have asked somebody to take over already. Withdraw that first.");
        }
        var transfer = new OwnershipTransfer(
                accounts.get(caller.account()),
                accounts.get(member),
                clock.instant().plus(OwnershipTransfer.LIFE));
        store.put(new OwnershipTransferStore.Row(caller.account(), member, transfer.expiresAt()));
        news.requested(transfer);
        return transfer;
    }

    /**
     * Makes the caller the Owner, and the former one an Administrator.
     *
     * @throws AppException TRANSFER_NOT_FOUND, TRANSFER_EXPIRED, TRANSFER_VOID
     */
    @Transactional
    public void accept(Caller caller) {
        rules.holdStill();
        OwnershipTransfer transfer =
                findAny().filter(found -> found.isTo(caller.account())).orElseThrow(OwnershipTransfers::notFound);
        if (transfer.isExpired(clock.instant())) {
            throw new AppException(TRANSFER_EXPIRED, "You had three days to accept. Ask the Owner once more.");
        }
        if (!memberships.handOwnershipOn(transfer.from().id(), transfer.to().id())) {
            throw new AppException(TRANSFER_VOID, "Whoever asked you to take over is not the Owner any more.");
        }
        store.delete();
        news.transferred(transfer);
    }

    /**
     * Withdraws the caller's, or declines what was asked of them.
     *
     * @throws AppException TRANSFER_NOT_FOUND
     */
    @Transactional
    public void drop(Caller caller) {
        rules.holdStill();
        OwnershipTransfer transfer = find(caller.account()).orElseThrow(OwnershipTransfers::notFound);
        store.delete();
        if (transfer.isFrom(caller.account())) {
            news.withdrawn(transfer);
        } else {
            news.declined(transfer);
        }
    }

    @EventListener
    void forget(MemberRemoved event) {
        store.deleteTo(event.member());
    }

    @EventListener
    void forget(MemberDisabled event) {
        store.deleteTo(event.member());
    }

    private Optional<OwnershipTransfer> findWaiting() {
        return findAny().filter(transfer -> !transfer.isExpired(clock.instant()));
    }

    private Optional<OwnershipTransfer> findAny() {
        return store.find()
                .map(row -> new OwnershipTransfer(accounts.get(row.from()), accounts.get(row.to()), row.expiresAt()));
    }

    private static AppException notFound() {
        return new AppException(TRANSFER_NOT_FOUND, "There is no transfer of the ownership that is about you.");
    }
}
