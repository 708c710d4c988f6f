package io.claribi.journeys;

import io.claribi.testing.Api;
import io.claribi.testing.Inbox;
import io.claribi.testing.Outbox;
import io.claribi.testing.Tenant;
import java.util.HashMap;
import java.util.Map;

/** Whom an organization has invited, and what has become of their invitations: the tokens that the mails had. */
final class Invitees {
    private static final String MESSAGE = "We look at last year’s orders on Monday. Come and see them with us!";

    private final Tenant host;
    private final Map<String, String> tokens = new HashMap<>();

    private Invitees(Tenant host) {
        this.host = host;
    }

    /** By what became of them; {@code known} is the token of somebody who has an account. */
    static Map<String, String> of(Tenant host, Tenant known, Backstage backstage) {
        var invitees = new Invitees(host);
        invitees.invite("known", known.email());
        invitees.invite("new", Visitors.newAddress("mary"));
        String late = Visitors.newAddress("late");
        invitees.invite("expired", late);
        backstage.expire(host, late);
        String id = invitees.invite("withdrawn", Visitors.newAddress("unwanted"));
        host.api().delete("/invitations/" + id).expect(204);
        invitees.invite("accepted", Visitors.newAddress("william"));
        invitees.accept("accepted");
        return invitees.tokens;
    }

    /** Somebody who belongs to this organization and to no other. */
    static Tenant newcomerTo(Tenant host) {
        var invitees = new Invitees(host);
        String email = Visitors.newAddress("grace");
        invitees.invite("only", email);
        invitees.accept("only");
        return Tenant.logIn(host.api().port(), email);
    }

    /** The invitation's id. */
    private String invite(String which, String email) {
        String id = host.api()
                .post("/invitations", """
                        {"email":"%s","role":"analyst","message":"%s"}
                        """.formatted(email, MESSAGE))
                .expect(201)
                .json()
                .path("id")
                .asString();
        tokens.put(which, Inbox.token(Outbox.ofAllServers().await(email, "You are invited to Analytical Engines")));
        return id;
    }

    private void accept(String which) {
        Api.anonymous(host.api().port())
                .post("/auth/invitations/accept", """
                        {"token":"%s","password":"%s","firstName":"William","lastName":"King"}
                        """.formatted(tokens.get(which), Tenant.PASSWORD))
                .expect(200);
    }
}
