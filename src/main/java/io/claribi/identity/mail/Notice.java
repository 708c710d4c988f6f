package io.claribi.identity.mail;

/** What an account's owner is told of, and what to do if it was somebody else. */
enum Notice {
    NEW_DEVICE(
            "New log-in to your account",
            "Somebody logged in to your clariBI account from a device that it doesn't know yet.",
            Remedy.RESET),
    PASSWORD_CHANGED(
            "Your password was changed",
            "The password of your clariBI account was changed, and all other sessions were ended.",
            Remedy.RESET),
    PASSWORD_RESET(
            "Your password was reset",
            "A new password was set for your clariBI account by a link that was mailed to this address. All sessions were ended.",
            Remedy.MAILBOX),
    MFA_ENABLED(
            "Two-factor authentication was set up",
            "A second factor was added to your clariBI account. From now on its code is asked for at log-in.",
            Remedy.RESET),
    MFA_DISABLED(
            "Two-factor authentication was turned off",
            "The second factor of your clariBI account was removed. The password alone is asked for at log-in.",
            Remedy.RESET),
    BACKUP_CODES_RENEWED(
            "New backup codes were made",
            "Your clariBI account has new backup codes. The old ones don't work any more.",
            Remedy.RESET),
    MFA_RESET(
            "Two-factor authentication was reset",
            "An administrator of your organization removed the second factor of your clariBI account. Set it up anew at your next log-in.",
            Remedy.ADMINISTRATOR),
    EMAIL_CHANGE_REQUESTED(
            "Your e-mail address is to be changed",
            "Somebody with the password of your clariBI account asked to change its e-mail address. It changes when the new address is confirmed.",
            Remedy.RESET),
    EMAIL_CHANGED(
            "Your e-mail address was changed",
            "Your clariBI account has another e-mail address now. Mail goes there from now on; this is the last to this address.",
            Remedy.ADMINISTRATOR);

    private final String subject;
    private final String text;
    private final Remedy remedy;

    Notice(String subject, String text, Remedy remedy) {
        this.subject = subject;
        this.text = text;
        this.remedy = remedy;
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    Remedy remedy() {
        return remedy;
    }

    /** What helps somebody who didn't do it. */
    enum Remedy {
        RESET("If it wasn't you, choose a new password at once: that ends all sessions."),
        MAILBOX(
                "If it wasn't you, somebody else reads your mail: change the password of your mailbox first, then this one."),
        ADMINISTRATOR("If you know nothing of it, ask an administrator of your organization.");

        private final String text;

        Remedy(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
