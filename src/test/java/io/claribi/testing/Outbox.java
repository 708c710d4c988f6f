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

/** The files in which servers without a mail server lay their mails down; almost all servers under test share a folder. */
public final class Outbox implements Inbox {
    private final List<Path> folders;

    private Outbox(Path... dataDirs) {
        folders = Stream.of(dataDirs).map(dataDir -> dataDir.resolve("outbox")).toList();
    }

    public static Outbox ofAllServers() {
        return new Outbox(TestServer.DATA, TimedServer.DATA);
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
        return folders.stream().flatMap(folder -> files(folder).stream()).toList();
    }

    private static List<Path> files(Path outbox) {
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
