package io.claribi.plans.stripe;

import io.claribi.kernel.OrganizationId;
import io.claribi.plans.billing.PaymentStatus;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The current organization's subscription as Stripe told it last, and whose a customer is. */
@Repository
@WithStripe
class StripeStore {
    private final Database database;

    StripeStore(Database database) {
        this.database = database;
    }

    Optional<OrganizationId> findOrganization(String customer) {
        return database.sql("""
                        SELECT organization_id
                        FROM plans.stripe_customer
                        WHERE customer_id = :customer
                        """)
                .param("customer", customer)
                .query((row, number) -> new OrganizationId(row.getObject("organization_id", UUID.class)))
                .optional();
    }

    Optional<String> findCustomer(OrganizationId organization) {
        return database.sql("""
                        SELECT customer_id
                        FROM plans.stripe_customer
                        WHERE organization_id = :organization
                        """)
                .param("organization", organization.value())
                .query(String.class)
                .optional();
    }

    /** Keeps the one that is there: of two made at once Stripe makes one. */
    void keepCustomer(OrganizationId organization, String customer) {
        database.sql("""
                        INSERT INTO plans.stripe_customer (customer_id, organization_id)
                        VALUES (:customer, :organization)
                        ON CONFLICT DO NOTHING
                        """)
                .param("customer", customer)
                .param("organization", organization.value())
                .update();
    }

    StripeState read() {
        return database.sql("""
                        SELECT subscription_id, item_id, price_id, status, period_ends_at, ends_with_period
                        FROM plans.stripe_subscription
                        """).query(StripeStore::state).optional().orElse(StripeState.NONE);
    }

    /** The number of a question that is going to be asked. */
    long ask() {
        return database.sql("""
                        INSERT INTO plans.stripe_subscription AS mine (asked)
                        VALUES (1)
                        ON CONFLICT (organization_id) DO UPDATE
                        SET asked = mine.asked + 1
                        RETURNING asked
                        """).query(Long.class).single();
    }

    /** Keeps an answer; false if a later question was answered already. */
    boolean answer(long question, StripeState state) {
        return database.sql("""
                        UPDATE plans.stripe_subscription
                        SET answered = :question,
                            subscription_id = :subscription,
                            item_id = :item,
                            price_id = :price,
                            status = :status,
                            period_ends_at = :periodEndsAt,
                            ends_with_period = :endsWithPeriod
                        WHERE answered < :question
                        """)
                        .param("question", question)
                        .param("subscription", state.subscription())
                        .param("item", state.item())
                        .param("price", state.price())
                        .param("status", state.status().name())
                        .param("periodEndsAt", timestamp(state.periodEndsAt()))
                        .param("endsWithPeriod", state.endsWithPeriod())
                        .update()
                == 1;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static StripeState state(ResultSet row, int number) throws SQLException {
        Timestamp end = row.getTimestamp("period_ends_at");
        return new StripeState(
                row.getString("subscription_id"),
                row.getString("item_id"),
                row.getString("price_id"),
                PaymentStatus.valueOf(row.getString("status")),
                end == null ? null : end.toInstant(),
                row.getBoolean("ends_with_period"));
    }
}
