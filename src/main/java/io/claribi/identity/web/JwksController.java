package io.claribi.identity.web;

import io.claribi.http.Public;
import io.claribi.identity.Authenticator;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class JwksController {
    private static final MediaType JWK_SET = MediaType.valueOf("application/jwk-set+json");

    private final Authenticator authenticator;

    JwksController(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @GetMapping("/.well-known/jwks.json")
    @Public("public keys are public")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .contentType(JWK_SET)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .body(authenticator.publicKeys());
    }
}
