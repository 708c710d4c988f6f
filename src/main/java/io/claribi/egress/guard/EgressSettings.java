package io.claribi.egress.guard;

import io.claribi.kernel.StartRefused;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code claribi.egress.*}.
 *
 * @param allow blocks of addresses that may be reached although they are not the public internet's, by plain http too
 */
@ConfigurationProperties("claribi.egress")
record EgressSettings(@DefaultValue List<String> allow) {
    EgressSettings {
        allow = allow.stream().map(String::strip).toList();
        allow.forEach(EgressSettings::block);
    }

    AddressPolicy policy() {
        return new AddressPolicy(allow.stream().map(EgressSettings::block).toList());
    }

    private static Cidr block(String text) {
        try {
            return Cidr.of(text);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "claribi.egress.allow holds what is no block of addresses: %s (%s)."
                            .formatted(text, e.getMessage()),
                    "Write blocks as 10.1.0.0/16 or fd00:1::/32, several with commas between.",
                    e);
        }
    }
}
