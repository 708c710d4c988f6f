package io.claribi.access.invitations;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Inbox;
import io.claribi.testing.Outbox;
import io.claribi.testing.Tenant;
import java.util.UUID;

/** Somebody whom a tenant invites, and what they do with the mail. */
public record Invitee(Tenant host, String email) {

    public static Invitee of(Tenant host) {
        return new Invitee(host, UUID.randomUUID() + "@example.org");
    }

    /** Invited as a member; the invitation's id. */
    public String invited() {
        return invite(host.api(), "").expect(201).json().path("id").asString();
    }

    public String invitedAs(String role) {
        return invite(host.api(), ",\"role\":\"%s\"".formatted(role))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    /** @param more members of the request, each after a comma */
    public Answer invite(Api inviter, String more) {
        return inviter.post("/invitations", """
                {"email":"%s"%s}
                """.formatted(email, more));
    }

    /** The token of the so-manieth mail. */
    public String token(int number) {
        return Inbox.token(Outbox.ofAllServers()
                .awaitAll(email, "You are invited to Org " + host.name(), number)
                .get(number - 1));
    }

    public Answer look(String token) {
        return anonymous().post("/auth/invitations/look", """
                {"token":"%s"}
                """.formatted(token));
    }

    public Answer accept(String token) {
        return anonymous().post("/auth/invitations/accept", """
                {"token":"%s","password":"%s","firstName":"Ann"}
                """.formatted(token, Tenant.PASSWORD));
    }

    /** In a session that there is already. */
    public static Answer accept(Api session, String token) {
        return session.post("/auth/invitations/accept", """
                {"token":"%s"}
                """.formatted(token));
    }

    /** Accepts the first mail; the session. */
    public Api joined() {
        return session(accept(token(1)));
    }

    public Api session(Answer accepted) {
        return anonymous().as(accepted.expect(200).json().path("accessToken").asString());
    }

    public Api anonymous() {
        return Api.anonymous(host.api().port());
    }
}
