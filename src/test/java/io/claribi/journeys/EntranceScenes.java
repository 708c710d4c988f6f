package io.claribi.journeys;

import static io.claribi.journeys.Scene.Who.MEMBER;
import static io.claribi.journeys.Scene.Who.STRANGER;
import static io.claribi.journeys.Scene.page;

import java.util.List;
import java.util.function.Consumer;

/** The ways in: by an invitation, and by registering where not everybody may. */
final class EntranceScenes {
    private static final String ACCEPT = "/accept-invitation#token=";
    private static final String LOOK = "/api/v1/auth/invitations/look";

    private EntranceScenes() {}

    static List<Scene> all() {
        return List.of(
                page("invitation", STRANGER, ACCEPT + "{invitation-new}"),
                page("invitation-log-in", STRANGER, ACCEPT + "{invitation-known}"),
                page("invitation-join", MEMBER, ACCEPT + "{invitation-known}"),
                page("invitation-of-another", MEMBER, ACCEPT + "{invitation-new}"),
                page("invitation-expired", STRANGER, ACCEPT + "{invitation-expired}", refused(409)),
                page("invitation-withdrawn", STRANGER, ACCEPT + "{invitation-withdrawn}", refused(404)),
                page("invitation-accepted", STRANGER, ACCEPT + "{invitation-accepted}", refused(409)),
                page("invitation-gone", STRANGER, "/accept-invitation"),
                page("register-closed", STRANGER, "/register", mode("{\"mode\":\"closed\"}")),
                page("register-first", STRANGER, "/register#token=of-the-console", mode("{\"mode\":\"closed\"}")),
                page(
                        "register-domains",
                        STRANGER,
                        "/register",
                        mode("{\"mode\":\"domains\",\"domains\":[\"example.com\",\"example.net\"]}")));
    }

    private static Consumer<Tab> refused(int status) {
        return tab -> tab.expects(status, LOOK);
    }

    /** As a server says that is set so. This one is not: what another does then, its own tests show. */
    private static Consumer<Tab> mode(String answer) {
        return tab -> tab.answers("/api/v1/auth/registration", answer);
    }
}
