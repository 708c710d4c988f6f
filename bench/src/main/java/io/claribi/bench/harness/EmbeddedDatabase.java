package io.claribi.bench.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/** A server's embedded PostgreSQL, as the owner of the schema, so that a baseline can read the same rows without policies. */
public record EmbeddedDatabase(String url, String username, String password) {

    static EmbeddedDatabase of(Path data) throws IOException {
        Path folder = data.resolve("postgres");
        var passwords = new Properties();
        try (var file = Files.newBufferedReader(folder.resolve("passwords.properties"))) {
            passwords.load(file);
        }
        String port = Files.readString(folder.resolve("port")).strip();
        return new EmbeddedDatabase(
                "jdbc:postgresql://127.0.0.1:%s/claribi".formatted(port),
                "claribi_owner",
                passwords.getProperty("owner"));
    }

    public Connection connect() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        return source.getConnection(username, password);
    }
}
