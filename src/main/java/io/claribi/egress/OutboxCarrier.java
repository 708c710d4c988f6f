package io.claribi.egress;

import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.PrivateFiles;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays mails down as {@code .eml} files (RFC 5322) in {@code outbox} of the data directory, for the operator of a server
 * that has no mail server.
 */
final class OutboxCarrier implements MailCarrier {
    private static final Logger log = LoggerFactory.getLogger(OutboxCarrier.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    OutboxCarrier(DataDirectory data, Clock clock) {
        this.folder = data.dataDir().resolve("outbox");
        this.clock = clock;
    }

    @Override
    public Outcome deliver(MimeMessage message) {
        try {
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            String id = message.getMessageID().replaceAll("^<|@.*$", "");
            Path file =
                    PrivateFiles.createFolders(folder).resolve("%s-%s.eml".formatted(TIME.format(clock.instant()), id));
            PrivateFiles.write(file, bytes.toString(StandardCharsets.US_ASCII));
            return new Outcome.Delivered();
        } catch (IOException | MessagingException e) {
            log.warn("A mail can't be written to {}", folder, e);
            return new Outcome.Postponed("the outbox can't be written");
        }
    }

    @Override
    public void forget(Instant before) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            for (Path file : files()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            log.warn("Old mails in {} can't be removed", folder, e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }
}
