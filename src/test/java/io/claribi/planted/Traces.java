package io.claribi.planted;

import io.claribi.planted.Planted.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the servers of the suite have left elsewhere than in answers and logs: rows, mails, metrics. */
final class Traces {
    private Traces() {}

    /** Every row of every table, the trail among them: a secret that is sealed or hashed doesn't stand there. */
    static Set<String> inDatabase(Connection owner) throws SQLException {
        Set<String> leaks = new TreeSet<>();
        for (String table : tables(owner)) {
            owner.setAutoCommit(false);
            try (var statement = owner.createStatement()) {
                // Never committed. Row security is forced on the owner as well.
                statement.execute("ALTER TABLE %s NO FORCE ROW LEVEL SECURITY".formatted(table));
                try (var rows = statement.executeQuery("SELECT whole::text FROM %s AS whole".formatted(table))) {
                    while (rows.next()) {
                        Planted.findIn(rows.getString(1))
                                .forEach(secret -> leaks.add("%s in table %s".formatted(secret, table)));
                    }
                }
            } finally {
                owner.rollback();
                owner.setAutoCommit(true);
            }
        }
        return leaks;
    }

    private static List<String> tables(Connection owner) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        SELECT format('%I.%I', nspname, relname)
                        FROM pg_class
                        JOIN pg_namespace ON pg_namespace.oid = relnamespace
                        WHERE relkind = 'r' AND pg_get_userbyid(relowner) = current_user
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Every mail under the folder. What proves a mailbox stands there rightly, and nothing else. */
    static Set<String> inMails(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        Set<String> leaks = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".eml"))
                    .forEach(file -> Planted.findIn(mail(file)).stream()
                            .filter(secret -> secret.kind() != Kind.MAILED)
                            .forEach(secret -> leaks.add("%s in a mail".formatted(secret))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return leaks;
    }

    private static String mail(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            return message.getSubject() + '\n' + text(message);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("Not a mail: " + file, e);
        }
    }

    private static String text(Part part) throws IOException, MessagingException {
        if (part.getContent() instanceof Multipart parts) {
            var text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(text(parts.getBodyPart(i))).append('\n');
            }
            return text.toString();
        }
        return String.valueOf(part.getContent());
    }

    /** All metrics of a server. */
    static Set<String> inMetrics(int managementPort) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:%d/actuator/prometheus".formatted(managementPort)))
                    .build();
            HttpResponse<String> answer;
            try {
                answer = client.send(request, BodyHandlers.ofString());
            } catch (ConnectException e) {
                // A server that was stopped before the end.
                return Set.of();
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("There are no metrics to look through: " + answer.statusCode());
            }
            Set<String> leaks = new TreeSet<>();
            Planted.findIn(answer.body()).forEach(secret -> leaks.add("%s in the metrics".formatted(secret)));
            return leaks;
        }
    }
}
