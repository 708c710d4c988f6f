package io.claribi.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.claribi.testing.Api;
import io.claribi.testing.BesideOthers;
import io.claribi.testing.Inbox;
import io.claribi.testing.MailServer;
import io.claribi.testing.MailServer.Fault;
import io.claribi.testing.ServerProcess;
import io.claribi.testing.TestNodes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail goes out once, whatever becomes of the servers. */
@BesideOthers
class MailAfterKillTest {
    private static final String SUBJECT = "Confirm your e-mail address";

    @TempDir
    Path folder;

    @Test
    void isNotSentAgainWhenNobodyKnowsWhetherItArrived() {
        try (var mail = MailServer.plain()) {
            try (var server = ServerProcess.start(folder.resolve("data"), mail.settings())) {
                mail.failNext(Fault.SILENT_AFTER_THE_END);
                register(server.api());
                await().atMost(Duration.ofSeconds(30)).until(() -> mail.handedOver() == 1);
                server.kill();
            }

            try (var server = ServerProcess.start(folder.resolve("data"), mail.settings())) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> server.output().contains("it may have arrived and is not sent again"));
                String next = register(server.api());
                mail.await(next, SUBJECT);

                assertThat(mail.handedOver()).isEqualTo(2);
            }
        }
    }

    @Test
    void isSentByOneOfSeveralServers() {
        try (var mail = MailServer.plain();
                var one = ServerProcess.start(folder.resolve("one"), mail.settings());
                var other = TestNodes.join(one, folder.resolve("other"), mail.settings())) {
            List<String> people = IntStream.range(0, 20)
                    .parallel()
                    .mapToObj(i -> register((i % 2 == 0 ? one : other).api()))
                    .toList();

            people.forEach(person -> mail.await(person, SUBJECT));

            assertThat(mail.mails()).hasSize(people.size());
            String token = Inbox.token(mail.await(people.getFirst(), SUBJECT));
            other.api()
                    .post("/auth/email/verify", "{\"token\":\"%s\"}".formatted(token))
                    .expect(204);
        }
    }

    private static String register(Api api) {
        String email = "m" + UUID.randomUUID() + "@example.org";
        api.post("/auth/register", """
                {"email":"%s","password":"correct horse battery","organizationName":"Acme"}
                """.formatted(email)).expect(201);
        return email;
    }
}
