package io.claribi.access.ownership;

/** What those whom it is about are told of an organization, and where they can do something. */
enum OrganizationNotice {
    TRANSFER_OFFERED(
            "%2$s is to be yours",
            "%s, the Owner of the organization %s, wants you to take over. You have three days to accept; until then nothing changes.",
            Page.GENERAL),
    TRANSFER_REQUESTED(
            "You hand on %2$s",
            "You asked %s to take over the organization %s. It is yours until they accept, for three days; until then you can withdraw.",
            Page.GENERAL),
    TRANSFER_DECLINED(
            "%2$s stays yours",
            "%s does not want to take over the organization %s. You are its Owner as before.", Page.GENERAL),
    NEW_OWNER("%2$s is yours", "%s handed the organization %s on to you. You are its Owner now.", Page.GENERAL),
    FORMER_OWNER(
            "You handed on %2$s",
            "%s has taken over the organization %s. You are an administrator of it now.", Page.GENERAL),
    DELETION_REQUESTED(
            "%2$s is about to be deleted",
            "You asked to delete the organization %2$s. Nobody but you gets in any more. On %1$s everything in it is deleted for good; until then you can undo that.",
            Page.DANGER),
    DELETION_UNDONE(
            "%2$s stays",
            "The organization %2$s is not deleted. Its members get in again, once they have logged in.", Page.NONE),
    DELETED(
            "%2$s is deleted",
            "The organization %2$s and everything in it is being deleted for good, as you asked.", Page.NONE);

    private final String subject;
    private final String text;
    private final Page page;

    OrganizationNotice(String subject, String text, Page page) {
        this.subject = subject;
        this.text = text;
        this.page = page;
    }

    /** @param other who else it is about, or when */
    String subject(String other, String organization) {
        return subject.formatted(other, organization);
    }

    String text(String other, String organization) {
        return text.formatted(other, organization);
    }

    Page page() {
        return page;
    }

    enum Page {
        GENERAL("/settings/organization"),
        DANGER("/settings/organization/danger"),
        NONE("");

        private final String path;

        Page(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }
}
