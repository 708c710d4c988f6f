package io.claribi.identity.web;

import io.claribi.http.Change;
import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.identity.SecurityPolicies;
import io.claribi.identity.SecurityPolicy;
import io.claribi.kernel.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organization/security")
class SecurityPolicyController {
    private final SecurityPolicies policies;

    SecurityPolicyController(SecurityPolicies policies) {
        this.policies = policies;
    }

    @GetMapping
    @Requires(Permission.MANAGE_SECURITY_SETTINGS)
    SecurityPolicyView get() {
        return SecurityPolicyView.of(policies.get());
    }

    @PatchMapping
    @Requires(Permission.MANAGE_SECURITY_SETTINGS)
    @InSession("it is about how members log in")
    SecurityPolicyView change(@RequestBody SecurityPolicyChange request) {
        return SecurityPolicyView.of(policies.change(request::applyTo));
    }

    record SecurityPolicyView(
            boolean mfaRequired,
            @Nullable Integer idleTimeoutMinutes,
            @Nullable Integer maxSessionHours) {
        static SecurityPolicyView of(SecurityPolicy policy) {
            return new SecurityPolicyView(policy.mfaRequired(), policy.idleTimeoutMinutes(), policy.maxSessionHours());
        }
    }

    /** What is absent stays as it is; {@code null} takes a limit away. */
    record SecurityPolicyChange(
            @Nullable Boolean mfaRequired,
            @Nullable Change<Integer> idleTimeoutMinutes,
            @Nullable Change<Integer> maxSessionHours) {
        SecurityPolicy applyTo(SecurityPolicy policy) {
            return new SecurityPolicy(
                    mfaRequired == null ? policy.mfaRequired() : mfaRequired,
                    Change.apply(idleTimeoutMinutes, policy.idleTimeoutMinutes()),
                    Change.apply(maxSessionHours, policy.maxSessionHours()));
        }
    }
}
