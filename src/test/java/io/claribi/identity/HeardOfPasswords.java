package io.claribi.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was published about passwords, as whoever writes a notice hears it. */
@Component
class HeardOfPasswords {
    private final List<PasswordChanged> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(PasswordChanged event) {
        heard.add(event);
    }

    /** For each change whether it was a reset. */
    List<Boolean> of(String email) {
        return heard.stream()
                .filter(event -> event.account().email().value().equals(email))
                .map(PasswordChanged::byReset)
                .toList();
    }
}
