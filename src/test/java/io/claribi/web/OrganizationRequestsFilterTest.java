package io.claribi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.claribi.http.Problems;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Grants;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import io.claribi.kernel.WorkContext;
import io.claribi.testing.ServerTest;
import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ServerTest
class OrganizationRequestsFilterTest {
    private final OrganizationRequestsFilter filter;
    private final OrganizationId acme = OrganizationId.next();

    OrganizationRequestsFilterTest(Problems problems) {
        filter = new OrganizationRequestsFilter(new RequestSettings(4, Duration.ofMillis(1)), problems);
    }

    @Test
    void refusesWhatIsTooMuchOfOneOrganizationAndNoOther() throws Exception {
        var done = new CountDownLatch(1);
        var entered = new AtomicInteger();
        FilterChain slow = (request, response) -> {
            entered.incrementAndGet();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        var threads = IntStream.range(0, 4)
                .mapToObj(i -> Thread.startVirtualThread(() -> status(acme, slow)))
                .toList();
        await().until(() -> entered.get() == 4);

        var refused = answer(acme, (request, response) -> {});

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
        assertThat(status(OrganizationId.next(), (request, response) -> {})).isEqualTo(200);
        assertThat(status(null, (request, response) -> {})).isEqualTo(200);
        done.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(status(acme, (request, response) -> {})).isEqualTo(200);
    }

    private int status(@Nullable OrganizationId organization, FilterChain chain) {
        try {
            return answer(organization, chain).getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private MockHttpServletResponse answer(@Nullable OrganizationId organization, FilterChain chain) throws Exception {
        var response = new MockHttpServletResponse();
        WorkContext work = WorkContext.ofRequest("0".repeat(32), "192.0.2.7", null);
        WorkContext known = organization == null
                ? work
                : work.with(new Caller(
                        AccountId.next(),
                        new SessionId(UUID.randomUUID()),
                        organization,
                        "owner",
                        "Owner",
                        Grants.NONE));
        known.<@Nullable Void, Exception>call(() -> {
            filter.doFilter(new MockHttpServletRequest("GET", "/api/v1/me"), response, chain);
            return null;
        });
        return response;
    }
}
