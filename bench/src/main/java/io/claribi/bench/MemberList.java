package io.claribi.bench;

import io.claribi.bench.harness.Budget;
import io.claribi.bench.harness.ClaribiServer;
import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.Rounds;
import io.claribi.bench.harness.Samples;
import io.claribi.bench.harness.Setting;
import io.claribi.bench.harness.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The members of a large organization, against their SQL on a connection that is open and bound already. */
final class MemberList implements Measurement {
    private static final int MEMBERS = 10_000;
    private static final int READS = 300;
    /** Until the server's compiler has done what it will do. */
    private static final int READS_BEFORE = 1_500;

    @Override
    public void run(Setting setting) throws Exception {
        try (var server = ClaribiServer.start(setting)) {
            Tenant tenant = Tenant.register(server);
            String organization =
                    tenant.read("/me").path("organization").path("id").asString();
            try (var connection = server.database().connect()) {
                populate(connection, organization);
                connection.setAutoCommit(false);
                bind(connection, organization);
                setting.report()
                        .title("members", "GET /members of %,d members, %d reads of each".formatted(MEMBERS, READS));
                measure(setting, "a page of 50", () -> read(tenant, "/members"), () -> query(connection, null));
                measure(
                        setting,
                        "a search that finds one",
                        () -> read(tenant, "/members?search=member-9876"),
                        () -> query(connection, "member-9876"));
            }
        }
    }

    private static void populate(Connection connection, String organization) throws SQLException {
        connection.setAutoCommit(false);
        bind(connection, organization);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TEMPORARY TABLE person ON COMMIT DROP AS
                    SELECT gen_random_uuid() AS id, number FROM generate_series(2, %d) AS number
                    """.formatted(MEMBERS));
            statement.execute("""
                    INSERT INTO identity.account (id, email, password_hash, first_name, last_name)
                    SELECT id, 'member-' || number || '@example.org', '$argon2id$nobody', 'Member', 'No. ' || number
                    FROM person
                    """);
            statement.execute("""
                    INSERT INTO access.membership (account_id, role, status)
                    SELECT id, 'member', 'active' FROM person
                    """);
            statement.execute("""
                    INSERT INTO identity.session (id, account_id, organization_id, created_at, refreshed_at, expires_at)
                    SELECT gen_random_uuid(), id, '%s', now(), now(), now() + interval '1 day' FROM person
                    """.formatted(UUID.fromString(organization)));
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("ANALYZE identity.account, identity.session, access.membership");
        }
    }

    private static void bind(Connection connection, String organization) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT tenancy.bind_organization('%s')".formatted(UUID.fromString(organization)));
        }
    }

    private static void measure(Setting setting, String what, Callable<Double> page, Callable<Double> sql)
            throws Exception {
        Map<String, Callable<Double>> contenders = new LinkedHashMap<>();
        contenders.put("SQL", sql);
        contenders.put("clariBI", page);
        Rounds.run(READS_BEFORE, contenders);
        var rounds = Rounds.run(READS, contenders);
        Samples bare = rounds.figures("SQL", Double::doubleValue);
        Samples served = rounds.figures("clariBI", Double::doubleValue);
        var report = setting.report();
        report.line(
                what,
                "median %.2f ms, p99 %.1f ms; its SQL %.2f ms"
                        .formatted(served.median(), served.percentile(0.99), bare.median()));
        report.figure(what, served.median(), "ms", Budget.NONE);
        report.figure(what + " ÷ its SQL", served.median() / bare.median(), "", Budget.NONE);
    }

    private static double read(Tenant tenant, String path) throws Exception {
        long began = System.nanoTime();
        if (tenant.read(path).path("items").isEmpty()) {
            throw new IllegalStateException("Nobody was found");
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /** What the server asks; the same as in its store of members, without what custom roles and second factors add. */
    private static double query(Connection connection, String search) throws SQLException {
        long began = System.nanoTime();
        try (var statement = connection.prepareStatement("""
                SELECT m.account_id, m.role, m.status, m.created_at, a.email, a.first_name, a.last_name, (
                    SELECT max(s.last_used_at)
                    FROM identity.session s
                    WHERE s.account_id = m.account_id AND s.organization_id = m.organization_id)
                FROM access.membership m
                JOIN identity.account a ON a.id = m.account_id
                WHERE CAST(? AS text) IS NULL
                  OR strpos(lower(concat_ws(' ', a.first_name, a.last_name, a.email)), lower(?)) > 0
                ORDER BY m.account_id
                LIMIT 51
                """)) {
            statement.setString(1, search);
            statement.setString(2, search);
            try (var rows = statement.executeQuery()) {
                int read = 0;
                while (rows.next()) {
                    read += rows.getString(5).length();
                }
                if (read == 0) {
                    throw new IllegalStateException("Nobody was found");
                }
            }
        }
        return (System.nanoTime() - began) / 1e6;
    }
}
