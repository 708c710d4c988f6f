package io.claribi.bench;

import io.claribi.bench.harness.BareProcess;
import io.claribi.bench.harness.Budget;
import io.claribi.bench.harness.ClaribiServer;
import io.claribi.bench.harness.EmbeddedDatabase;
import io.claribi.bench.harness.JavaProcess;
import io.claribi.bench.harness.Load;
import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.OrdersFile;
import io.claribi.bench.harness.Rounds;
import io.claribi.bench.harness.Setting;
import io.claribi.bench.harness.Tenant;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** What authentication, permission and tenancy cost a read, against the same read with none of them. */
final class DashboardRead implements Measurement {
    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 60_000;
    private static final String BARE = "bare read";
    private static final String BARE_TRANSACTION = "bare read in a transaction";
    private static final String CLARIBI = "clariBI";

    @Override
    public void run(Setting setting) throws Exception {
        try (var server = ClaribiServer.start(setting)) {
            Tenant tenant = Tenant.register(server);
            UUID dashboard = dashboard(setting, tenant);
            publish(server.database(), tenant);
            try (var bare = BareProcess.start(setting, server.database())) {
                measure(setting, server, tenant, bare, dashboard);
            }
        }
    }

    private static UUID dashboard(Setting setting, Tenant tenant) throws Exception {
        var file = OrdersFile.create(setting.work().resolve("orders.csv"), Long.MAX_VALUE, 10_000);
        var result = tenant.finished(tenant.upload(file));
        return UUID.fromString(result.path("dashboardId").asString());
    }

    /** Puts the dashboards into a table that knows no organization. */
    private static void publish(EmbeddedDatabase database, Tenant tenant) throws Exception {
        String organization = tenant.read("/me").path("organization").path("id").asString();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT tenancy.bind_organization('%s')".formatted(UUID.fromString(organization)));
            statement.execute("CREATE SCHEMA bench");
            statement.execute("CREATE TABLE bench.dashboard AS SELECT * FROM dashboards.dashboard");
            statement.execute("ALTER TABLE bench.dashboard ADD PRIMARY KEY (id)");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The baseline's table could not be made", e);
        }
    }

    private static void measure(Setting setting, ClaribiServer server, Tenant tenant, BareProcess bare, UUID dashboard)
            throws Exception {
        var load = new Load(CONNECTIONS);
        String base = "http://127.0.0.1:" + bare.process().port();
        HttpRequest plain = get(base + "/dashboards/" + dashboard);
        HttpRequest inTransaction = get(base + "/in-transaction/dashboards/" + dashboard);
        Map<String, Callable<Turn>> contenders = new LinkedHashMap<>();
        contenders.put(BARE, () -> turn(setting, load, plain, bare.process()));
        contenders.put(BARE_TRANSACTION, () -> turn(setting, load, inTransaction, bare.process()));
        contenders.put(CLARIBI, () -> {
            tenant.logIn();
            return turn(setting, load, tenant.get("/dashboards/" + dashboard), server.process());
        });
        // Until the compilers are done: methods that run once a request are compiled late.
        for (var contender : contenders.values()) {
            for (int answers = 0; answers < WARM_UP; ) {
                answers += contender.call().load().millis().count();
            }
        }
        var rounds = Rounds.run(setting.rounds(), contenders);

        var report = setting.report();
        report.title(
                "dashboard",
                "GET /dashboards/{id} over %d connections, %d rounds of %d s"
                        .formatted(CONNECTIONS, setting.rounds(), setting.turn().toSeconds()));
        for (String name : contenders.keySet()) {
            report.line(
                    name,
                    "%,.0f/s, median %.2f ms, p99 %.1f ms, %.0f µs of the server's processor"
                            .formatted(
                                    rounds.figures(name, turn -> turn.load().perSecond())
                                            .median(),
                                    rounds.figures(
                                                    name,
                                                    turn -> turn.load().millis().median())
                                            .median(),
                                    rounds.figures(
                                                    name,
                                                    turn -> turn.load().millis().percentile(0.99))
                                            .median(),
                                    rounds.figures(name, Turn::cpuMicros).median()));
        }
        report.figure(
                "throughput, clariBI ÷ bare read",
                rounds.ratios(CLARIBI, BARE, turn -> turn.load().perSecond()),
                "",
                Budget.atLeast(0.8));
        report.figure(
                "throughput, clariBI ÷ bare read in a transaction",
                rounds.ratios(CLARIBI, BARE_TRANSACTION, turn -> turn.load().perSecond()),
                "",
                Budget.NONE);
        report.figure(
                "server's processor time, clariBI ÷ bare read",
                rounds.ratios(CLARIBI, BARE, Turn::cpuMicros),
                "",
                Budget.NONE);
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private static Turn turn(Setting setting, Load load, HttpRequest request, JavaProcess server) throws Exception {
        double before = server.cpuSeconds();
        var result = load.run(setting.turn(), () -> request);
        double micros = (server.cpuSeconds() - before) * 1e6 / result.millis().count();
        return new Turn(result, micros);
    }

    private record Turn(Load.Result load, double cpuMicros) {}
}
