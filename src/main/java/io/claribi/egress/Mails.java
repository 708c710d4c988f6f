package io.claribi.egress;

import io.claribi.jobs.ServerTasks;
import io.claribi.kernel.Ids;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mail to people. */
@Component
public class Mails {
    private final MailBook book;
    private final MailComposers composers;
    private final MailDelivery delivery;
    private final ServerTasks tasks;
    private final MailSettings settings;

    Mails(MailBook book, MailComposers composers, MailDelivery delivery, ServerTasks tasks, MailSettings settings) {
        this.book = book;
        this.composers = composers;
        this.delivery = delivery;
        this.tasks = tasks;
        this.settings = settings;
    }

    /**
     * Orders a mail; it is composed and sent when, and only if, the transaction around commits. Takes the same time
     * whether or not a mail will come of it.
     *
     * @return whether it was not above the kind's limit, and so dropped
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean send(MailOrder order) {
        UUID id = Ids.next();
        boolean entered = book.enter(id, order, composers.get(order.kind()));
        if (entered) {
            tasks.submit(delivery, id);
        }
        return entered;
    }

    /** Whether mail leaves the server, so that an answer to one can be asked for. */
    public boolean deliversToPeople() {
        return settings.isSmtp();
    }
}
