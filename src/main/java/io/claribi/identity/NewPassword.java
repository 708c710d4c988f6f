package io.claribi.identity;

/** An account has another password. Published inside the transaction that makes it so. */
public sealed interface NewPassword permits PasswordChanged, PasswordChangedNowhere {
    Account account();

    /** Whether by a mailed link, rather than by who knew the old one. */
    boolean byReset();
}
