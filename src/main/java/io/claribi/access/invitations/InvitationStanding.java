package io.claribi.access.invitations;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an invitation can be accepted; only one that can takes a place. */
public enum InvitationStanding {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("expired")
    EXPIRED,
    /** Whoever gave its role may not give it any more; whoever may can send it anew. */
    @JsonProperty("void")
    VOID
}
