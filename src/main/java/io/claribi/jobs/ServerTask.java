package io.claribi.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Does one kind of background work that belongs to no organization but to the server, such as sending mail. */
public interface ServerTask {

    /** The kind's name at rest, such as {@code mail}. */
    String kind();

    /**
     * Does one attempt, on one node, with no transaction open and no organization bound. It is called again after a
     * crash, and with growing delays after an exception.
     *
     * @return when to be called again; empty when there is nothing left to do
     */
    Optional<Instant> run(UUID id);
}
