package io.claribi.operator;

import io.claribi.tenancy.OrganizationStates;
import java.io.PrintStream;

/** Keeps everybody of an organization out, or lets them in again. Nothing of it is lost. */
final class OrganizationSwitch implements Command {
    private final boolean on;

    OrganizationSwitch(boolean on) {
        this.on = on;
    }

    @Override
    public String name() {
        return on ? "organization enable" : "organization disable";
    }

    @Override
    public String parameters() {
        return "ID";
    }

    @Override
    public String summary() {
        return on
                ? "lets the members of an organization in again"
                : "lets nobody of an organization in any more, at once";
    }

    @Override
    public void run(Invocation invocation, PrintStream out) {
        String id = invocation.parameters(this, 1).getFirst();
        try (var server = ServerDatabase.open(invocation, PeopleModules.class)) {
            OrganizationStates states = server.getBean(OrganizationStates.class);
            boolean changed = OperatedOrganization.of(server, id).call(organization -> {
                boolean done = on ? states.enable() : states.disable();
                if (done) {
                    server.publishEvent(new OrganizationSwitched(organization, on));
                }
                return done;
            });
            out.printf("The organization %s is %s%s.%n", id, changed ? "" : "already ", on ? "enabled" : "disabled");
        }
    }
}
