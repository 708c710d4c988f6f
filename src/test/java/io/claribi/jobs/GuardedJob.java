package io.claribi.jobs;

import io.claribi.jobs.GuardedJob.Order;
import io.claribi.kernel.Permission;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A job that takes a permission, and does something while it runs. */
@Component
class GuardedJob implements JobHandler<Order, Order> {
    // Of all servers of this JVM: any of them may run it.
    private static final Map<UUID, Runnable> DEEDS = new ConcurrentHashMap<>();
    private final ApplicationEventPublisher events;

    GuardedJob(ApplicationEventPublisher events) {
        this.events = events;
    }

    Order order(Runnable deed) {
        var order = new Order(UUID.randomUUID());
        DEEDS.put(order.id(), deed);
        return order;
    }

    boolean isUntouched(Order order) {
        return DEEDS.containsKey(order.id());
    }

    @Override
    public String kind() {
        return "guarded_probe";
    }

    @Override
    public Class<Order> payloadType() {
        return Order.class;
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(Permission.EXPORT_REPORT);
    }

    @Override
    public Completion<Order> run(JobRun run, Order order) {
        Objects.requireNonNull(DEEDS.remove(order.id())).run();
        return () -> {
            events.publishEvent(new ProbeJob.Probed(order.id()));
            return order;
        };
    }

    record Order(UUID id) {}
}
