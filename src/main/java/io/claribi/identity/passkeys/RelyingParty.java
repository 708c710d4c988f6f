package io.claribi.identity.passkeys;

import static io.claribi.identity.passkeys.PasskeyError.PASSKEYS_UNAVAILABLE;

import io.claribi.http.WebLinks;
import io.claribi.kernel.AppException;
import java.net.URI;
import java.util.Set;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * Whom authenticators make credentials for and sign for (WebAuthn §4): the host of {@code claribi.public-url}, and its
 * origin alone. It is never taken from a request, whose {@code Host} anybody writes.
 */
@Component
class RelyingParty {
    private final WebLinks links;
    private final PasskeyStore store;

    RelyingParty(WebLinks links, PasskeyStore store) {
        this.links = links;
        this.store = store;
    }

    /**
     * @throws AppException PASSKEYS_UNAVAILABLE if browsers allow no passkeys at the server's address
     */
    String id() {
        return host(base());
    }

    PublicKeyCredentialRpEntity entity() {
        return PublicKeyCredentialRpEntity.builder().id(id()).name("clariBI").build();
    }

    /** What judges answers: Spring Security's, by webauthn4j. */
    WebAuthnRelyingPartyOperations operations() {
        URI base = base();
        String origin = base.getScheme() + "://" + base.getRawAuthority();
        return new Webauthn4JRelyingPartyOperations(
                new UserHandles(), new CredentialRepository(store, host(base)), entity(), Set.of(origin));
    }

    private URI base() {
        return URI.create(links.to("/"));
    }

    /** WebAuthn wants a name, not a number, and https but on this machine (§5.1.3, Secure Contexts §3.1). */
    private static String host(URI base) {
        String host = base.getHost();
        boolean named = host.matches("([A-Za-z0-9-]+\\.)+[A-Za-z][A-Za-z0-9-]*");
        if (host.equals("localhost") || named && "https".equals(base.getScheme())) {
            return host;
        }
        throw new AppException(
                PASSKEYS_UNAVAILABLE,
                "Passkeys need the server to have an https address with a name. Its operator sets claribi.public-url.");
    }
}
