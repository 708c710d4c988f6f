package io.claribi.access.web;

import io.claribi.access.invitations.InvitationDesk;
import io.claribi.access.invitations.InvitationDesk.Accepted;
import io.claribi.access.invitations.InvitationDesk.Answer;
import io.claribi.access.invitations.Offer;
import io.claribi.http.Public;
import io.claribi.http.Unaudited;
import io.claribi.identity.AuthAnswers;
import io.claribi.identity.AuthView.LogInView;
import io.claribi.identity.AuthView.TokenPlace;
import io.claribi.kernel.WorkContext;
import io.claribi.secrets.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth/invitations")
class InvitationDeskController {
    private final InvitationDesk desk;
    private final AuthAnswers answers;

    InvitationDeskController(InvitationDesk desk, AuthAnswers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    @PostMapping("/look")
    @Public("the mailed token says whose it is")
    @Unaudited("nothing comes of looking")
    OfferView look(@RequestBody LookRequest request) {
        return OfferView.of(desk.look(request.token()));
    }

    @PostMapping("/accept")
    @Public("whoever is invited may have no account yet")
    LogInView accept(@RequestBody AcceptRequest body, HttpServletRequest request, HttpServletResponse response) {
        TokenPlace place = body.refreshTokenIn();
        Accepted accepted = desk.accept(
                body.token(),
                WorkContext.current()
                        .caller()
                        .filter(caller -> caller.findSession().isPresent()),
                new Answer(body.password(), body.firstName(), body.lastName()),
                answers.device(request, place));
        return switch (accepted) {
            case Accepted.LoggedIn loggedIn -> answers.enter(loggedIn.outcome(), place, request, response);
            case Accepted.Moved moved -> answers.answer(moved.access());
        };
    }

    record LookRequest(Secret token) {}

    /**
     * @param password to be the account's, or the one that it has; absent if its owner is logged in
     */
    record AcceptRequest(
            Secret token,
            @Nullable Secret password,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable TokenPlace refreshTokenIn) {}

    record OfferView(
            String organizationName,
            String email,
            String roleName,
            String inviterName,
            @Nullable String message,
            Instant expiresAt,
            boolean hasAccount) {
        static OfferView of(Offer offer) {
            return new OfferView(
                    offer.organization().name(),
                    offer.invitation().email().value(),
                    offer.invitation().role().title(),
                    offer.inviterName(),
                    offer.invitation().message(),
                    offer.invitation().expiresAt(),
                    offer.hasAccount());
        }
    }
}
