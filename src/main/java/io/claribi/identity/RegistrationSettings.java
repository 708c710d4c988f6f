package io.claribi.identity;

import io.claribi.kernel.StartRefused;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code claribi.registration.*}: who may register and with it make an organization. Whoever is invited to one may always
 * register by that invitation.
 *
 * @param domains what stands after the @ of the addresses that may, where the mode is {@code domains}
 */
@ConfigurationProperties("claribi.registration")
record RegistrationSettings(
        @DefaultValue("open") Mode mode, @DefaultValue List<String> domains) {
    private static final String DOMAIN = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]";

    RegistrationSettings {
        domains = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String domain : domains) {
            if (!domain.matches(DOMAIN)) {
                throw new StartRefused(
                        "claribi.registration.domains holds \"%s\", which is no domain.".formatted(domain),
                        "Write domains as they stand after the @, such as example.com, with commas between them.");
            }
        }
        if (mode == Mode.DOMAINS && domains.isEmpty()) {
            throw new StartRefused(
                    "claribi.registration.mode=domains names no domain.",
                    "Name those whose addresses may register in claribi.registration.domains.");
        }
        if (mode != Mode.DOMAINS && !domains.isEmpty()) {
            throw new StartRefused(
                    "claribi.registration.domains counts only with claribi.registration.mode=domains.",
                    "Set the mode as well, or leave the domains out.");
        }
    }

    enum Mode {
        OPEN,
        CLOSED,
        DOMAINS
    }
}
