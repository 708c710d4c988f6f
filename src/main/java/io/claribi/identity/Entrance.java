package io.claribi.identity;

import io.claribi.identity.LogIns.Granted;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.OrganizationWork;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets in who has proven everything that the account asks for. */
@Component
class Entrance {
    private final PasswordLogIn passwords;
    private final CodeLogIn codes;
    private final Sessions sessions;
    private final KnownDevices devices;
    private final AccessTokens tokens;
    private final OrganizationWork work;

    Entrance(
            PasswordLogIn passwords,
            CodeLogIn codes,
            Sessions sessions,
            KnownDevices devices,
            AccessTokens tokens,
            OrganizationWork work) {
        this.passwords = passwords;
        this.codes = codes;
        this.sessions = sessions;
        this.devices = devices;
        this.tokens = tokens;
        this.work = work;
    }

    LogIns.Outcome byPassword(String email, Secret password, Device device) {
        return goOn(passwords.verify(email, password, device), device);
    }

    /** With the password shown, whatever else the account asks for comes next. */
    LogIns.Outcome goOn(Accounts.Entrant entrant, Device device) {
        Optional<LogIns.CodeWanted> wanted = codes.begin(entrant, device);
        return wanted.isPresent() ? wanted.get() : enter(entrant, device, () -> {});
    }

    Granted byCode(Secret mfaToken, Secret code, Device device) {
        return enter(codes.verify(mfaToken, code, device), device, () -> codes.end(mfaToken));
    }

    /** @param mfaToken of the log-in that the passkey finishes; absent if there was no password before */
    Granted byPasskey(Accounts.Entrant entrant, @Nullable Secret mfaToken, Device device) {
        return enter(entrant, device, mfaToken == null ? () -> {} : () -> codes.end(mfaToken));
    }

    /** Begins a first session, in the transaction that makes the account. */
    Entered begin(Accounts.Entrant entrant, Device device) {
        return new Entered(
                sessions.begin(entrant),
                devices.remember(entrant.account(), device).orElse(null));
    }

    Granted granted(Sessions.Grant grant) {
        return granted(new Entered(grant, null));
    }

    /** For a session that goes on with the refresh token it has. */
    LogIns.Access access(Session session) {
        AccessTokens.AccessToken token = tokens.issue(session);
        return new LogIns.Access(token.value(), token.expiresIn());
    }

    private Granted enter(Accounts.Entrant entrant, Device device, Runnable atOnce) {
        return granted(work.call(entrant.organization(), () -> {
            passwords.hold(entrant);
            codes.checkStillEnough(entrant);
            atOnce.run();
            return new Entered(
                    sessions.logIn(entrant),
                    devices.remember(entrant.account(), device).orElse(null));
        }));
    }

    /** Not in a transaction that may be undone: a key that signs for the first time must stay. */
    Granted granted(Entered entered) {
        Sessions.Grant grant = entered.grant();
        AccessTokens.AccessToken token = tokens.issue(grant.session());
        return new Granted(
                token.value(),
                token.expiresIn(),
                grant.refreshToken().value(),
                grant.session().expiresAt(),
                entered.deviceCookie());
    }

    /** A session, and what its device shall bring next time. */
    record Entered(Sessions.Grant grant, @Nullable Secret deviceCookie) {}
}
