package io.claribi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.ErrorCategory;
import io.claribi.kernel.ErrorCode;
import io.claribi.kernel.FieldError;
import io.claribi.kernel.Grants;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import io.claribi.kernel.WorkContext;
import io.claribi.testing.LogLines;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

class RequestLogTest {
    private static final AccountId ACCOUNT = new AccountId(UUID.fromString("0192aa00-0000-7000-8000-000000000001"));

    private final LogLines log = LogLines.of(RequestLog.class);
    private final Problems problems = new Problems(JsonMapper.shared(), new RequestLog());

    @AfterEach
    void close() {
        log.close();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION_REQUIRED, UNAUTHENTICATED, INFO",
        "TOKEN_INVALID, UNAUTHENTICATED, WARN",
        "PERMISSION_DENIED, FORBIDDEN, WARN",
        "CROSS_SITE_REQUEST, FORBIDDEN, WARN",
        "MALFORMED_JSON, MALFORMED, INFO",
        "INVALID_INPUT, UNPROCESSABLE, INFO",
        "TOO_MANY_QUERIES, TOO_MANY, INFO",
        "PASSWORD_WORK_BUSY, UNAVAILABLE, WARN"
    })
    void tellsWhichRouteRefusedWhatToWhom(String code, ErrorCategory category, String level) throws IOException {
        refuse(new AppException(new Code(code, category), "No."));

        assertThat(log.told())
                .containsExactly(level + " Refused " + code + ": POST /api/v1/dashboards/{id}, account "
                        + ACCOUNT.value() + ", from 192.0.2.7");
    }

    @Test
    void warnsOfWhatTheFirewallRefuses() throws IOException {
        problems.write(
                new RequestRejectedException("planted"),
                new MockHttpServletRequest("PLANTED", "/planted"),
                new MockHttpServletResponse());

        assertThat(log.told())
                .containsExactly(
                        "WARN Refused MALFORMED_REQUEST: ? before any route, account none, from an unknown address");
    }

    @Test
    void saysNothingThatWasSent() throws IOException {
        refuse(new AppException(
                new Code("INVALID_INPUT", ErrorCategory.UNPROCESSABLE),
                "The name planted is not right.",
                List.of(new FieldError("planted", "planted"))));

        assertThat(log.events()).allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).doesNotContain("planted");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    @Test
    void isNotFlooded() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            refuse(new AppException(new Code("TOKEN_INVALID", ErrorCategory.UNAUTHENTICATED), "No."));
        }
        refuse(new AppException(new Code("PERMISSION_DENIED", ErrorCategory.FORBIDDEN), "No."));

        assertThat(log.told()).hasSize(31);
    }

    @Test
    void tellsWhatLiesBehindAFailureOfOurs() throws IOException {
        refuse(new IllegalStateException("A fault"));

        assertThat(log.told()).containsExactly("ERROR Request failed");
        assertThat(log.events().getFirst().getThrowableProxy().getMessage()).isEqualTo("A fault");
    }

    @Test
    void takesNoNoteOfMistypedAddresses() throws IOException {
        refuse(new AppException(new Code("ROUTE_NOT_FOUND", ErrorCategory.NOT_FOUND), "Nothing here."));

        assertThat(log.told()).isEmpty();
    }

    /** As the request of somebody who is logged in, to a route with an id in it. */
    private void refuse(Throwable failure) throws IOException {
        var request = new MockHttpServletRequest("POST", "/api/v1/dashboards/planted");
        request.setQueryString("planted");
        request.addHeader("planted", "planted");
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/api/v1/dashboards/{id}");
        var caller = new Caller(
                ACCOUNT,
                new SessionId(UUID.randomUUID()),
                new OrganizationId(UUID.randomUUID()),
                "owner",
                "Owner",
                Grants.NONE);
        WorkContext.ofRequest("0".repeat(32), "192.0.2.7", "planted")
                .with(caller)
                .<Void, IOException>call(() -> {
                    problems.write(failure, request, new MockHttpServletResponse());
                    return null;
                });
    }

    private record Code(String name, ErrorCategory category) implements ErrorCode {}
}
