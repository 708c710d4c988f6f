package io.claribi.identity;

import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells of a password, while somebody types it, whether it will do and how strong it is. */
@Component
public class PasswordChecks {
    private static final int WEAK = 1;

    private final PasswordStrength strength;

    PasswordChecks(PasswordStrength strength) {
        this.strength = strength;
    }

    /**
     * @throws AppException PASSWORD_WORK_BUSY
     */
    public PasswordCheck check(Secret password, PasswordOwner owner) {
        List<PasswordProblem> problems = PasswordRules.problems(password, owner);
        int estimate = strength.estimate(password);
        return new PasswordCheck(problems, problems.isEmpty() ? estimate : Math.min(estimate, WEAK));
    }

    /** @param strength from 0 to 4; what is refused is never strong */
    public record PasswordCheck(List<PasswordProblem> problems, int strength) {}
}
