package io.claribi.access.web;

import io.claribi.access.PersonName;
import io.claribi.access.ownership.OwnershipTransfer;
import io.claribi.identity.Account;
import io.claribi.kernel.Caller;
import java.time.Instant;
import java.util.UUID;

/** A transfer of the ownership, as the two whom it is about see it. */
record TransferView(SuccessorView to, Instant expiresAt, TransferAbilities can) {
    static TransferView of(OwnershipTransfer transfer, Caller caller) {
        boolean named = transfer.isTo(caller.account());
        return new TransferView(
                SuccessorView.of(transfer.to()),
                transfer.expiresAt(),
                new TransferAbilities(named, transfer.isFrom(caller.account()), named));
    }

    record SuccessorView(UUID id, String email, String name) {
        static SuccessorView of(Account account) {
            return new SuccessorView(account.id().value(), account.email().value(), PersonName.of(account));
        }
    }

    record TransferAbilities(boolean accept, boolean withdraw, boolean decline) {}
}
