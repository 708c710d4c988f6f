package io.claribi.access.organizations;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.identity.Names;
import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.tenancy.Organization;
import io.claribi.tenancy.Organizations;
import java.util.ArrayList;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the current organization is called. */
@Component
public class GeneralSettings {
    private final Organizations organizations;
    private final ApplicationEventPublisher events;

    GeneralSettings(Organizations organizations, ApplicationEventPublisher events) {
        this.organizations = organizations;
        this.events = events;
    }

    /**
     * Gives the organization another name; of two at once the second sees the first.
     *
     * @throws AppException INVALID_INPUT
     */
    @Transactional
    public Organization rename(String text) {
        var errors = new ArrayList<FieldError>();
        String name = Names.required("name", text, errors);
        if (!errors.isEmpty()) {
            throw new AppException(INVALID_INPUT, "Some fields are not right.", errors);
        }
        organizations.lock();
        Organization before = organizations.get();
        if (before.name().equals(name)) {
            return before;
        }
        Organization after = organizations.rename(name);
        events.publishEvent(new OrganizationRenamed(before, after));
        return after;
    }
}
