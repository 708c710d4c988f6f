package io.claribi.kernel;

import java.util.UUID;

/** What a request shows to say whose it is. */
public sealed interface Credential permits SessionId, Credential.ApiKey {

    /**
     * A key that a member made for programs. It is no log-in: nobody has proved at it to be the account's owner.
     *
     * @param name as its creator called it
     */
    record ApiKey(UUID id, String name) implements Credential {}
}
