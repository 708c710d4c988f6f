package io.claribi.identity;

import org.jspecify.annotations.Nullable;

/**
 * A session and where it was begun.
 *
 * @param ip the address that the log-in came from
 * @param userAgent what the client called itself, at most 400 characters
 */
public record OpenSession(
        Session session, @Nullable String ip, @Nullable String userAgent) {

    public UserAgent device() {
        return UserAgent.of(userAgent);
    }
}
