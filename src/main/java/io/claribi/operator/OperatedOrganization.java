package io.claribi.operator;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Organization;
import io.claribi.tenancy.OrganizationState;
import io.claribi.tenancy.OrganizationStates;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.Organizations;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;

/**
 * One organization that a command is about. The operator gets to it as a job does, bound to it for the command's own
 * transaction: there is nothing that reads across organizations.
 */
final class OperatedOrganization {
    private final ApplicationContext server;
    private final OrganizationId id;

    OperatedOrganization(ApplicationContext server, OrganizationId id) {
        this.server = server;
        this.id = id;
    }

    /**
     * @throws CommandFailed if the text is no id
     */
    static OperatedOrganization of(ApplicationContext server, String text) {
        try {
            return new OperatedOrganization(server, new OrganizationId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("%s is not the id of an organization. See: organization list".formatted(text));
        }
    }

    /**
     * Does something to it, in one transaction.
     *
     * @throws CommandFailed if there is no such organization
     */
    <R> R call(Function<Organization, R> task) {
        return server.getBean(OrganizationWork.class).call(id, () -> {
            if (state().kind() == OrganizationState.Kind.GONE) {
                throw new CommandFailed("There is no organization %s. See: organization list".formatted(id.value()));
            }
            return task.apply(server.getBean(Organizations.class).get());
        });
    }

    OrganizationState state() {
        return server.getBean(OrganizationStates.class).of(id);
    }
}
