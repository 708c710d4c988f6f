package io.claribi.egress;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The composers of all kinds; they live in the modules above. */
@Component
class MailComposers {
    private final ObjectProvider<MailComposer> all;

    MailComposers(ObjectProvider<MailComposer> all) {
        this.all = all;
    }

    MailComposer get(String kind) {
        return all.stream()
                .filter(composer -> composer.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing composes mails of kind " + kind));
    }
}
