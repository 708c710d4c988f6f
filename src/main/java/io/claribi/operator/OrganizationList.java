package io.claribi.operator;

import io.claribi.identity.OrganizationRegister;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Organization;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.ApplicationContext;

/** Lists the organizations there are, the oldest first. */
final class OrganizationList implements Command {
    private static final String LINE = "%-36s  %-12s  %-8s  %7s  %-20s  %s%n";

    @Override
    public String name() {
        return "organization list";
    }

    @Override
    public String summary() {
        return "lists the organizations with plan, state, active members and age";
    }

    @Override
    public void run(Invocation invocation, PrintStream out) {
        invocation.parameters(this, 0);
        try (var server = ServerDatabase.open(invocation, PeopleModules.class)) {
            out.printf(LINE, "ID", "PLAN", "STATE", "MEMBERS", "CREATED", "NAME");
            server.getBean(OrganizationRegister.class)
                    .countMembers()
                    .forEach((id, members) -> print(server, id, members, out));
        }
    }

    private static void print(ApplicationContext server, OrganizationId id, long members, PrintStream out) {
        var organization = new OperatedOrganization(server, id);
        organization.call(found -> out.printf(
                LINE,
                id.value(),
                found.plan(),
                organization.state().kind().name().toLowerCase(Locale.ROOT),
                members,
                found.createdAt().truncatedTo(ChronoUnit.SECONDS),
                printable(found)));
    }

    /** People chose the name; a terminal must not take a part of it for a command. */
    private static String printable(Organization organization) {
        return organization.name().replaceAll("\\p{C}", "?");
    }
}
