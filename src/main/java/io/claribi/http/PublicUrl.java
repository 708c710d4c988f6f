package io.claribi.http;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The address under which people reach the server: {@code claribi.public-url}, such as {@code https://bi.example.com}.
 * It signs tokens and makes links; absent, the server knows no name of its own.
 */
@ConfigurationProperties("claribi")
public record PublicUrl(@Nullable URI publicUrl) {
    public PublicUrl {
        if (publicUrl != null && (publicUrl.getHost() == null || !isWeb(publicUrl))) {
            throw new IllegalArgumentException("claribi.public-url must be an http or https address: " + publicUrl);
        }
    }

    /** Who issues our tokens (RFC 7519 §4.1.1). */
    public String issuer() {
        return publicUrl == null ? "clariBI" : publicUrl.toString();
    }

    /** The address without a slash at its end; empty where the server knows none. */
    Optional<String> base() {
        return Optional.ofNullable(publicUrl).map(url -> url.toString().replaceAll("/+$", ""));
    }

    /** Whether an {@code Origin} header (RFC 6454 §7) names this address. */
    public boolean isOrigin(String origin) {
        return publicUrl != null && origin.equals(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority());
    }

    private static boolean isWeb(URI url) {
        return "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    }
}
