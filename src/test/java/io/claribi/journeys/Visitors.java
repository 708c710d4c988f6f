package io.claribi.journeys;

import com.microsoft.playwright.Browser;
import io.claribi.testing.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who comes to the server in one test. */
final class Visitors {
    private final Browser browser;
    private final int port;
    private final List<Person> people = new ArrayList<>();

    Visitors(Browser browser, int port) {
        this.browser = browser;
        this.port = port;
    }

    /** Somebody at a desk, whom the server does not know yet. */
    Person arrives() {
        return arrives(Look.DESKTOP);
    }

    Person arrives(Look look) {
        var person = new Person(browser.newContext(look.options()), "http://localhost:" + port, look);
        people.add(person);
        return person;
    }

    /** The owner of a fresh organization, logged in without the pages for it. */
    Person member(Tenant tenant, Look look) {
        Person person = arrives(look);
        person.hasSession(tenant.email(), Tenant.PASSWORD);
        return person;
    }

    /** An organization with its owner, registered by the API: what a journey is not about need not be clicked. */
    Tenant tenant() {
        return Tenant.register(port, "Ada", "Lovelace", "Analytical Engines");
    }

    /** An e-mail address that nobody has. */
    static String newAddress(String mailbox) {
        return "%s.%s@example.org".formatted(mailbox, UUID.randomUUID());
    }

    void leave(String test, boolean failed) {
        List<String> complaints = new ArrayList<>();
        for (Person person : people) {
            if (person.hasLeft()) {
                continue;
            }
            if (failed) {
                person.remember(test);
            }
            complaints.addAll(person.leave());
        }
        if (!complaints.isEmpty()) {
            throw new AssertionError("The browser complained:\n" + String.join("\n", complaints));
        }
    }
}
