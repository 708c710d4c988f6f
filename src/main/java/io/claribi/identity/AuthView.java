package io.claribi.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of a log-in, over HTTP. */
public final class AuthView {
    private AuthView() {}

    /** Tokens, or what is still wanted for them. */
    @Schema(oneOf = {TokenView.class, CodeWantedView.class})
    public sealed interface LogInView {}

    /** @param factors those that the account can use: totp, backup_code, passkey */
    public record CodeWantedView(boolean mfaRequired, String mfaToken, List<String> factors) implements LogInView {}

    /** @param refreshToken absent where it goes into a cookie, or the session goes on with the one it has */
    public record TokenView(
            String accessToken,
            String tokenType,
            long expiresIn,
            @Nullable String refreshToken) implements LogInView {}

    /** Where somebody wants the refresh token; in a cookie unless they say so. */
    public enum TokenPlace {
        @JsonProperty("cookie")
        COOKIE,
        @JsonProperty("body")
        BODY
    }
}
