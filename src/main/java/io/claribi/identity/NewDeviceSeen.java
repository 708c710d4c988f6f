package io.claribi.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody logged in to an account from a device that it does not know, though it knows others. Published inside the
 * transaction of the log-in.
 *
 * @param ip the address it came from
 * @param userAgent what the client calls itself
 */
public record NewDeviceSeen(
        Account account,
        Instant at,
        @Nullable String ip,
        @Nullable String userAgent) {}
