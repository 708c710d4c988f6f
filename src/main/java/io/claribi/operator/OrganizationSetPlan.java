package io.claribi.operator;

import io.claribi.plans.Plan;
import io.claribi.plans.Plans;
import io.claribi.plans.Subscriptions;
import java.io.PrintStream;
import java.util.List;

/** Gives an organization a plan; a trial begins anew. */
final class OrganizationSetPlan implements Command {

    @Override
    public String name() {
        return "organization set-plan";
    }

    @Override
    public String parameters() {
        return "ID PLAN";
    }

    @Override
    public String summary() {
        return "gives an organization another plan, at once";
    }

    @Override
    public void run(Invocation invocation, PrintStream out) {
        List<String> parameters = invocation.parameters(this, 2);
        try (var server = ServerDatabase.open(invocation, PeopleModules.class)) {
            Plan plan = plan(server.getBean(Plans.class), parameters.getLast());
            var organization = OperatedOrganization.of(server, parameters.getFirst());
            organization.call(found -> server.getBean(Subscriptions.class).change(plan));
            out.printf("The organization %s has the plan %s.%n", parameters.getFirst(), plan.name());
        }
    }

    private static Plan plan(Plans plans, String name) {
        return plans.find(name)
                .orElseThrow(() -> new CommandFailed("There is no plan %s, but %s."
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        plans.list().stream().map(Plan::name).toList()))));
    }
}
