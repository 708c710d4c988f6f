package io.claribi.egress;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** A kind of mail whose orders say how it fares. */
@Component
class ProbeMail implements MailComposer {
    static final int MOST_AN_HOUR = 3;

    /** The marks of the mails that were composed, in their order. */
    final List<String> composed = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return "probe";
    }

    @Override
    public int mostAnHour() {
        return MOST_AN_HOUR;
    }

    @Override
    public Optional<Letter> compose(MailOrder order) {
        String mark = order.fact("mark");
        composed.add(mark);
        return switch (order.fact("manner")) {
            case "drop" -> Optional.empty();
            case "fail" -> throw new IllegalStateException("Failed as ordered");
            default -> Optional.of(Letter.about("Probe " + mark).says("The secret is secret-of-" + mark));
        };
    }
}
