package io.claribi.tenancy.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A process of its own that starts PostgreSQL, commits a row, says so, and waits to be killed or told to stop. */
final class ChildServer {
    private ChildServer() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]), way -> true);
        try (var connection = postgres.access().connect(postgres.access().owner());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('committed')");
        }
        System.out.println("ready");
        System.in.read();
        postgres.close();
    }
}
