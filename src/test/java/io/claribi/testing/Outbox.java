package io.claribi.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The files in which servers without a mail server lay their mails down; almost all servers under test share the folder. */
public final class Outbox implements Inbox {
    private final Path outbox;

    private Outbox(Path dataDir) {
        outbox = dataDir.resolve("outbox");
    }

    public static Outbox ofAllServers() {
        return in(TestServer.DATA);
    }

    /** Of a server with a data directory of its own. */
    public static Outbox in(Path dataDir) {
        return new Outbox(dataDir);
    }

    @Override
    public List<MimeMessage> mails() {
        return files().stream().map(Outbox::read).toList();
    }

    public List<Path> files() {
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMessage read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
