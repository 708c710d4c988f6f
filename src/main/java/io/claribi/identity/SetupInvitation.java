package io.claribi.identity;

import io.claribi.http.WebLinks;
import io.claribi.identity.RegistrationSettings.Mode;
import java.io.PrintStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Invites whoever runs the server to make the first organization, where nobody else can: at each start until it is there.
 * On the console and not in the log, which goes to other places.
 */
// Not for what operators type beside a server or without one.
@ConditionalOnWebApplication
@Component
class SetupInvitation {
    private final RegistrationSettings settings;
    private final SetupLinks links;
    private final WebLinks pages;

    SetupInvitation(RegistrationSettings settings, SetupLinks links, WebLinks pages) {
        this.settings = settings;
        this.links = links;
        this.pages = pages;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        print(System.out);
    }

    void print(PrintStream console) {
        if (settings.mode() != Mode.CLOSED) {
            return;
        }
        if (links.isAnybodyThere()) {
            links.forget();
            return;
        }
        links.mint()
                .value()
                .use(token -> console.printf(
                        "Registration is closed and there is no organization. Make the first one here, once:%n%s%n",
                        pages.to("/register#token=" + token)));
    }
}
