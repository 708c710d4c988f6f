package io.claribi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.OrganizationId;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** An organization with its owner, registered over HTTP like anybody's. */
public record Tenant(Api api, OrganizationId organization, String email, String name) {
    public static final String PASSWORD = "correct horse battery";

    /** A fresh one; its name stands nowhere else, so that a trace of it can be looked for. */
    public static Tenant register(int port) {
        String mark = "mark" + UUID.randomUUID().toString().replace("-", "");
        return register(port, mark, """
                {"email":"%s@example.org","password":"%s","organizationName":"Org %s"}
                """.formatted(mark, PASSWORD, mark));
    }

    /** One whose names are such as people have, for where they are looked at. */
    public static Tenant register(int port, String firstName, String lastName, String organizationName) {
        String name = "%s.%s"
                .formatted(
                        firstName.toLowerCase(Locale.ROOT),
                        UUID.randomUUID().toString().substring(24));
        return register(port, name, """
                {"email":"%s@example.org","password":"%s","firstName":"%s","lastName":"%s","organizationName":"%s"}
                """.formatted(name, PASSWORD, firstName, lastName, organizationName));
    }

    private static Tenant register(int port, String name, String request) {
        Answer answer = Api.anonymous(port).post("/auth/register", request).expect(201);
        return new Tenant(
                Api.anonymous(port).as(answer.json().path("accessToken").asString()),
                new OrganizationId(UUID.fromString(
                        answer.json().path("organization").path("id").asString())),
                name + "@example.org",
                name);
    }

    /** One that is there already, in a session of its own. */
    public static Tenant logIn(int port, String email) {
        Api api = Api.anonymous(port);
        String token = api.post("/auth/login", credentials(email, "cookie"))
                .expect(200)
                .json()
                .path("accessToken")
                .asString();
        JsonNode me = api.as(token).get("/me").expect(200).json();
        return new Tenant(
                api.as(token),
                new OrganizationId(
                        UUID.fromString(me.path("organization").path("id").asString())),
                email,
                email.substring(0, email.indexOf('@')));
    }

    /** The refresh token of a new session. */
    public String refreshToken() {
        return api.post("/auth/login", credentials(email, "body"))
                .expect(200)
                .json()
                .path("refreshToken")
                .asString();
    }

    private static String credentials(String email, String refreshTokenIn) {
        return """
                {"email":"%s","password":"%s","refreshTokenIn":"%s"}
                """.formatted(email, PASSWORD, refreshTokenIn);
    }

    /** Uploads a file and waits until it is a source; returns the finished job. */
    public JsonNode upload(String fileName, String content) {
        return upload(fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode upload(String fileName, byte[] content) {
        Answer accepted = api.send(Call.upload("/data-sources/upload", new Multipart().file(fileName, content)))
                .expect(202);
        return finished(accepted.json().path("id").asString());
    }

    /** The job, once it has ended. */
    public JsonNode finished(String jobId) {
        return Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(2))
                .until(
                        () -> api.get("/jobs/" + jobId).expect(200).json(),
                        job -> !java.util.Set.of("queued", "running")
                                .contains(job.path("status").asString()));
    }

    /** Uploads a small file of sales; returns the source's id. */
    public String salesSource() {
        JsonNode job = upload("sales-%s.csv".formatted(name), SALES);
        assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("succeeded");
        return job.path("result").path("dataSourceId").asString();
    }

    public static final String SALES = """
            day,region,product,revenue,units
            2024-01-05,North,Tea,120.50,3
            2024-01-17,South,Coffee,80.00,2
            2024-02-03,North,Coffee,200.25,5
            2024-02-20,East,Tea,60.00,1
            2024-03-11,South,Tea,310.75,7
            2024-03-28,North,Cocoa,95.10,2
            """;
}
