package io.claribi.identity;

import static io.claribi.identity.IdentityError.REGISTRATION_CLOSED;

import io.claribi.egress.Mails;
import io.claribi.identity.RegistrationSettings.Mode;
import io.claribi.kernel.AppException;
import io.claribi.kernel.StartRefused;
import io.claribi.secrets.Secret;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may register without an invitation. It is the same for addresses that have an account and for others. */
@Component
public class RegistrationRules {
    private final RegistrationSettings settings;
    private final SetupLinks links;

    RegistrationRules(RegistrationSettings settings, SetupLinks links, Mails mails) {
        if (settings.mode() == Mode.DOMAINS && !mails.deliversToPeople()) {
            throw new StartRefused(
                    "claribi.registration.mode=domains can't be kept without a mail server: nobody shows whose an address is.",
                    "Name one in claribi.mail.host, or choose the mode closed and invite people.");
        }
        this.settings = settings;
        this.links = links;
    }

    /** In lower case. */
    public String mode() {
        return settings.mode().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Those whose addresses may register; empty unless that is the mode. */
    public List<String> domains() {
        return settings.domains();
    }

    /**
     * @param token of the link that the server prints where registration is closed and there is no organization
     * @return that link, if it is by it that the address may register
     * @throws AppException REGISTRATION_CLOSED
     */
    Optional<OpaqueToken> check(EmailAddress email, @Nullable Secret token) {
        return switch (settings.mode()) {
            case OPEN -> Optional.empty();
            case DOMAINS -> {
                if (!settings.domains().contains(email.domain())) {
                    throw new AppException(
                            REGISTRATION_CLOSED,
                            "Only addresses at %s can register. Others need an invitation."
                                    .formatted(String.join(", ", settings.domains())));
                }
                yield Optional.empty();
            }
            case CLOSED ->
                Optional.of(Optional.ofNullable(token)
                        .flatMap(OpaqueToken::read)
                        .filter(links::isGood)
                        .orElseThrow(RegistrationRules::closed));
        };
    }

    static AppException closed() {
        return new AppException(REGISTRATION_CLOSED, "One can't register here without an invitation. Ask for one.");
    }
}
