package io.claribi.plans;

import io.claribi.kernel.StartRefused;
import io.claribi.tenancy.Organizations;
import org.springframework.stereotype.Component;

/** Stops the start when new organizations are to get a plan that there is not. */
@Component
class SignupPlanCheck {

    SignupPlanCheck(Organizations organizations, Plans plans) {
        check(organizations.signupPlan(), plans);
    }

    static void check(String name, Plans plans) {
        if (plans.find(name).isEmpty()) {
            throw new StartRefused(
                    "claribi.plans.signup names a plan that there is not: %s.".formatted(name),
                    "Set it to one of %s."
                            .formatted(String.join(
                                    ", ", plans.list().stream().map(Plan::name).toList())));
        }
    }
}
