package io.claribi.identity.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.claribi.http.InSession;
import io.claribi.http.Public;
import io.claribi.http.Requires;
import io.claribi.http.Unaudited;
import io.claribi.http.WithoutSecondFactor;
import io.claribi.identity.PasswordChanges;
import io.claribi.identity.PasswordChecks;
import io.claribi.identity.PasswordOwner;
import io.claribi.identity.PasswordProblem;
import io.claribi.identity.StepUp;
import io.claribi.kernel.Caller;
import io.claribi.secrets.Secret;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class PasswordController {
    private final PasswordChecks checks;
    private final PasswordChanges changes;
    private final StepUp stepUp;

    PasswordController(PasswordChecks checks, PasswordChanges changes, StepUp stepUp) {
        this.checks = checks;
        this.changes = changes;
        this.stepUp = stepUp;
    }

    @PostMapping("/auth/password/check")
    @Public("who chooses a first password has no account yet")
    @Unaudited("looks at what somebody types and keeps nothing of it")
    PasswordCheckView check(@RequestBody PasswordCheckRequest request) {
        var owner = PasswordOwner.typed(
                Optional.ofNullable(request.email()), Optional.ofNullable(request.organizationName()));
        return PasswordCheckView.of(checks.check(request.password(), owner));
    }

    @PostMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires
    @InSession("it is about how somebody logs in")
    void change(Caller caller, @RequestBody PasswordChangeRequest request) {
        changes.change(caller, request.current(), request.replacement(), request.code());
    }

    @PostMapping("/me/step-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires
    @InSession("it is about how somebody logs in")
    @WithoutSecondFactor("enrolling wants a fresh proof")
    @Unaudited("changes nothing but what the session may do for ten minutes; failures are told as auth.login_failed")
    void stepUp(Caller caller, @RequestBody StepUpRequest request) {
        stepUp.check(caller, request.password(), request.code());
    }

    record PasswordCheckRequest(
            Secret password,
            @Nullable String email,
            @Nullable String organizationName) {}

    record PasswordCheckView(boolean acceptable, List<ProblemView> problems, int strength) {
        static PasswordCheckView of(PasswordChecks.PasswordCheck check) {
            List<ProblemView> problems =
                    check.problems().stream().map(ProblemView::of).toList();
            return new PasswordCheckView(problems.isEmpty(), problems, check.strength());
        }

        /** @param code as a refused password is answered with */
        record ProblemView(String code, String message) {
            static ProblemView of(PasswordProblem problem) {
                return new ProblemView(problem.code().name(), problem.message());
            }
        }
    }

    record PasswordChangeRequest(
            Secret current,
            @JsonProperty("new") Secret replacement,
            @Nullable Secret code) {}

    record StepUpRequest(Secret password, @Nullable Secret code) {}
}
