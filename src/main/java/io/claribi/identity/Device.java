package io.claribi.identity;

import io.claribi.secrets.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What somebody logs in with.
 *
 * @param cookie what it was given at an earlier log-in, if it brings that back
 * @param isBrowser whether it says so, by headers that browsers send of themselves
 * @param takesCookies whether it can be given one
 */
public record Device(@Nullable Secret cookie, boolean isBrowser, boolean takesCookies) {}
