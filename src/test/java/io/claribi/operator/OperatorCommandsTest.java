package io.claribi.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.tenancy.postgres.ScratchPostgres;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerProcess;
import io.claribi.testing.Tenant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator types, beside a running server and without one. */
class OperatorCommandsTest {
    private static final Pattern MADE = Pattern.compile("Made platform key ([0-9a-f]{12}) in .*");
    private static final Pattern REMOVE = Pattern.compile("keys remove ([0-9a-f]{12})");

    @TempDir
    private Path folder;

    @Test
    void changesTheKeysOfARunningServerAndOfAStoppedOne() throws Exception {
        Path data = folder.resolve("data");
        String email;
        String refreshToken;
        String first;
        try (var server = ServerProcess.start(data)) {
            Tenant tenant = Tenant.register(server.port());
            email = tenant.email();
            refreshToken = tenant.refreshToken();
            assertThat(run(data, "keys", "status").out()).contains("servers alive: 1", "secrets of the server");

            Result rotated = run(data, "keys", "rotate");

            assertThat(rotated.status()).as(rotated.toString()).isZero();
            first = group(MADE, rotated.out());
            String old = group(REMOVE, rotated.out());
            assertThat(run(data, "keys", "remove", first))
                    .isEqualTo(new Result(
                            1,
                            "",
                            "Platform key %s still seals %s; see keys status.\n".formatted(first, seals(data, first))));
            assertThat(run(data, "keys", "remove", old).status()).isZero();
            assertThat(run(data, "keys", "status").out())
                    .contains(first + "  seals")
                    .doesNotContain(old);
            tenant.api().get("/me").expect(200);
            refreshToken = refreshed(server, refreshToken);
        }

        assertThat(run(data, "keys", "status").out()).contains("servers alive: 0", first + "  seals");
        Result rotated = run(data, "keys", "rotate");
        assertThat(rotated.status()).as(rotated.toString()).isZero();
        assertThat(run(data, "keys", "remove", first).status()).isZero();
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();

        try (var server = ServerProcess.start(data)) {
            Tenant.logIn(server.port(), email);
            refreshed(server, refreshToken);
            assertThat(server.output()).doesNotContain("can't be opened");
        }
    }

    @Test
    void saysWhatIsLost() throws IOException {
        Path data = folder.resolve("data");
        try (var server = ServerProcess.start(data)) {
            Tenant.register(server.port());
        }
        Files.move(data.resolve("keys"), data.resolve("elsewhere"));

        assertThat(run(data, "keys", "status").out()).contains("LOST: put it back", "file:  not there");
        try (var server = ServerProcess.start(data)) {
            Tenant tenant = Tenant.register(server.port());
            tenant.api().get("/me").expect(200);
            assertThat(server.output()).contains("secrets of the server can't be opened without it");
        }
    }

    /** As it is started in earnest: nothing on the screen but the answer. */
    @Test
    void printsNothingElse() throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.claribi.Claribi",
                "keys",
                "status",
                "--claribi.data-dir=" + folder.resolve("none")));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");

        int status = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();

        assertThat(status).isOne();
        assertThat(out).isEmptyFile();
        assertThat(err)
                .content()
                .matches(
                        "There is no database in \\S+ yet\\. Name the data directory of the server by claribi.data-dir, or"
                                + " start the server once\\.\n");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            help             | 0 | keys rotate |
            keys             | 2 |             | There is no command keys. See: help
            make coffee      | 2 |             | There is no command make coffee. See: help
            keys remove      | 2 |             | Usage: keys remove ID
            keys remove a b  | 2 |             | Usage: keys remove ID
            keys status more | 2 |             | Usage: keys status
            """)
    void understandsWhatItKnows(String words, int status, String out, String err) {
        Result result = run(folder, words.split(" "));

        assertThat(result.status()).isEqualTo(status);
        assertThat(result.out()).contains(out == null ? "" : out);
        assertThat(result.err()).isEqualTo(err == null ? "" : err + "\n");
    }

    @Test
    void refusesADatabaseThatNoServerHasMigrated() throws IOException {
        try (var postgres = ScratchPostgres.start(folder.resolve("scratch"))) {
            var access = postgres.access();

            Result result = run(
                    folder,
                    "keys",
                    "status",
                    "--claribi.database.url=" + access.url(),
                    "--claribi.database.owner.password=" + access.owner().password(),
                    "--claribi.database.app.password=" + access.app().password());

            assertThat(result.err())
                    .isEqualTo("The database is not one of this version's. Start the server once; it migrates it.\n");
            assertThat(result.status()).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource({"--server.port=80, false", "keys, true", "--help, true", "'', false"})
    void knowsACommandFromASetting(String argument, boolean command) {
        assertThat(CommandLine.isCommand(argument.isEmpty() ? new String[0] : new String[] {argument}))
                .isEqualTo(command);
    }

    private static String refreshed(ServerProcess server, String token) {
        Answer answer = server.api()
                .post("/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(token))
                .expect(200);
        return answer.json().path("refreshToken").asString();
    }

    private String seals(Path data, String key) {
        String after = run(data, "keys", "status").out().split(key, 2)[1];
        return group(Pattern.compile("seals: (.*)"), after);
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static Result run(Path data, String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.add("--claribi.data-dir=" + data);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = new CommandLine(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(Invocation.of(arguments.toArray(String[]::new)));
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    record Result(int status, String out, String err) {}
}
