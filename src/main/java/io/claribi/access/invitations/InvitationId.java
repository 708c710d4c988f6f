package io.claribi.access.invitations;

import io.claribi.kernel.Ids;
import java.util.UUID;

public record InvitationId(UUID value) {
    static InvitationId next() {
        return new InvitationId(Ids.next());
    }
}
