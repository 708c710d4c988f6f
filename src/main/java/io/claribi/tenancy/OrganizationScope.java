package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;
import java.util.Optional;

/**
 * The organization that the work on this thread is for. It is bound once, where work enters (a request's filter, a
 * job's runner), and every transaction begun inside takes it into the database.
 */
public final class OrganizationScope {
    private static final ScopedValue<OrganizationId> CURRENT = ScopedValue.newInstance();

    private OrganizationScope() {}

    /**
     * Does the work for the organization.
     *
     * @throws IllegalStateException if the work around is for another organization
     */
    public static <R, X extends Throwable> R call(
            OrganizationId organization, ScopedValue.CallableOp<? extends R, X> work) throws X {
        if (CURRENT.isBound() && !CURRENT.get().equals(organization)) {
            throw new IllegalStateException("This work is bound to another organization");
        }
        return ScopedValue.where(CURRENT, organization).call(work);
    }

    public static void run(OrganizationId organization, Runnable work) {
        OrganizationScope.<Void, RuntimeException>call(organization, () -> {
            work.run();
            return null;
        });
    }

    public static Optional<OrganizationId> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /**
     * @throws IllegalStateException if no organization is bound
     */
    public static OrganizationId current() {
        return find().orElseThrow(() -> new IllegalStateException("No organization is bound"));
    }
}
