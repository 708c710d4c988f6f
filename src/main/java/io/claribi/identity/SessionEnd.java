package io.claribi.identity;

import java.util.Locale;

/** Why a session is over before its time. */
public enum SessionEnd {
    LOGGED_OUT,
    /** Its owner ended it from another one. */
    REVOKED,
    REVOKED_BY_ADMINISTRATOR,
    /** Somebody was disabled or removed in the session's organization, or left it. */
    MEMBERSHIP_ENDED,
    /** The organization is about to be deleted. */
    ORGANIZATION_CLOSED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    MFA_CHANGED,
    /** A spent refresh token came back: it or its successor was stolen. */
    TOKEN_REUSED,
    /** The account had as many as it may have, and this one was the longest unused. */
    TOO_MANY;

    static SessionEnd ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
