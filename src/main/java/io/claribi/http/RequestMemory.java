package io.claribi.http;

import static io.claribi.http.HttpError.SERVER_MEMORY_BUSY;
import static io.claribi.http.HttpError.TOO_MUCH_AT_ONCE;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The heap that requests in hand take: bodies as they were read, results until they are given out. Whoever makes
 * something large asks here first. An organization has a part of it, and all together no more than there is; so many
 * requests at once are refused, and the server goes on.
 */
@Component
public class RequestMemory {
    private final long all;
    private final long perOrganization;
    private final Map<OrganizationId, Long> taken = new HashMap<>();
    private long total;

    @Autowired
    RequestMemory(MemorySettings settings) {
        this(settings.requests().toBytes(), settings.perOrganization().toBytes());
    }

    public RequestMemory(long all, long perOrganization) {
        this.all = all;
        this.perOrganization = Math.min(all, perOrganization);
    }

    /** A hold without anything yet, to be closed when what it stands for is no longer needed. */
    public Hold hold(OrganizationId organization) {
        return new Hold(organization);
    }

    /** A hold that is closed at the end of the request of this moment. */
    public Hold holdUntilAnswered(OrganizationId organization) {
        var hold = new Hold(organization);
        RequestEnd.then(hold::close);
        return hold;
    }

    /** What an organization may hold at most, in bytes. */
    public long perOrganization() {
        return perOrganization;
    }

    /** What all hold at this moment, in bytes. */
    public synchronized long total() {
        return total;
    }

    private synchronized void take(OrganizationId organization, long bytes) {
        long own = taken.getOrDefault(organization, 0L);
        if (own + bytes > perOrganization) {
            throw new AppException(
                            TOO_MUCH_AT_ONCE,
                            "Your organization is asking for too much at this moment. Ask again in a few seconds, or for less at once.")
                    .with("retryAfterSeconds", 2);
        }
        if (total + bytes > all) {
            throw new AppException(SERVER_MEMORY_BUSY, "The server is busy; try again in a few seconds.")
                    .with("retryAfterSeconds", 5);
        }
        taken.put(organization, own + bytes);
        total += bytes;
    }

    private synchronized void giveBack(OrganizationId organization, long bytes) {
        total -= bytes;
        taken.computeIfPresent(organization, (id, own) -> own <= bytes ? null : own - bytes);
    }

    /** Memory that is taken for one thing. Any thread may take more and give it back. */
    public final class Hold implements AutoCloseable {
        private final OrganizationId organization;
        private long held;
        private boolean closed;

        private Hold(OrganizationId organization) {
            this.organization = organization;
        }

        /**
         * Takes more.
         *
         * @throws AppException TOO_MUCH_AT_ONCE if it is more than the organization's part, SERVER_MEMORY_BUSY if others
         *     have the rest; what was taken before stays
         */
        public synchronized void take(long bytes) {
            if (closed) {
                throw new IllegalStateException("This was given back already");
            }
            RequestMemory.this.take(organization, bytes);
            held += bytes;
        }

        /** Gives all of it back; once. */
        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                giveBack(organization, held);
            }
        }
    }
}
