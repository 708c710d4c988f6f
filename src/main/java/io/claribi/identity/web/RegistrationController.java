package io.claribi.identity.web;

import io.claribi.http.Public;
import io.claribi.identity.RegistrationRules;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegistrationController {
    private final RegistrationRules rules;

    RegistrationController(RegistrationRules rules) {
        this.rules = rules;
    }

    @GetMapping("/api/v1/auth/registration")
    @Public("who has no account yet wants to know whether they can get one")
    RegistrationView get() {
        return new RegistrationView(rules.mode(), rules.domains().isEmpty() ? null : rules.domains());
    }

    /** @param domains those whose addresses may register, where the mode is domains */
    record RegistrationView(
            @Schema(allowableValues = {"open", "closed", "domains"})
            String mode,

            @Nullable List<String> domains) {}
}
