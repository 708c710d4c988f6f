package io.claribi.identity;

/** The account belongs to no organization whose trail could tell of it. */
record PasswordChangedNowhere(Account account) implements NewPassword {
    @Override
    public boolean byReset() {
        return true;
    }
}
