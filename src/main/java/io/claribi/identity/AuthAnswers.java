package io.claribi.identity;

import io.claribi.identity.AuthView.CodeWantedView;
import io.claribi.identity.AuthView.LogInView;
import io.claribi.identity.AuthView.TokenPlace;
import io.claribi.identity.AuthView.TokenView;
import io.claribi.identity.LogIns.CodeWanted;
import io.claribi.identity.LogIns.Granted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers whoever came in, with cookies for those who want them. */
@Component
public class AuthAnswers {
    private final LogIns logIns;
    private final RefreshCookie cookie;

    AuthAnswers(LogIns logIns, RefreshCookie cookie) {
        this.logIns = logIns;
        this.cookie = cookie;
    }

    public Device device(HttpServletRequest request, @Nullable TokenPlace place) {
        return DeviceCookie.read(request, place != TokenPlace.BODY);
    }

    public LogInView enter(
            LogIns.Outcome outcome,
            @Nullable TokenPlace place,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (outcome) {
            case Granted granted -> enter(granted, place, request, response);
            case CodeWanted wanted ->
                wanted.mfaToken().use(mfaToken -> new CodeWantedView(true, mfaToken, wanted.factors()));
        };
    }

    /** For a session that begins. A browser has one: what it had before is over, not left to its timeout. */
    public TokenView enter(
            Granted granted, @Nullable TokenPlace place, HttpServletRequest request, HttpServletResponse response) {
        if (place != TokenPlace.BODY) {
            logIns.replace(RefreshCookie.read(request));
        }
        return answer(granted, place, response);
    }

    /** For one that goes on. */
    public TokenView answer(Granted granted, @Nullable TokenPlace place, HttpServletResponse response) {
        boolean inBody = place == TokenPlace.BODY;
        if (!inBody) {
            cookie.set(granted, response);
            DeviceCookie.set(granted, response);
        }
        return granted.accessToken()
                .use(accessToken -> granted.refreshToken()
                        .use(refreshToken -> new TokenView(
                                accessToken, "Bearer", granted.expiresIn(), inBody ? refreshToken : null)));
    }

    /** The refresh token stays as it is. */
    public TokenView answer(LogIns.Access access) {
        return access.accessToken().use(token -> new TokenView(token, "Bearer", access.expiresIn(), null));
    }
}
