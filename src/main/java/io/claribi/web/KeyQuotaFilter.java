package io.claribi.web;

import static io.claribi.access.keys.ApiKeyError.API_KEY_QUOTA_USED;

import io.claribi.access.keys.KeyQuota;
import io.claribi.access.keys.KeyUses;
import io.claribi.http.Problems;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.WorkContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers so many requests an hour of each API key, and tells with each answer how many are left
 * (draft-ietf-httpapi-ratelimit-headers-10, §3 and §4). Refused ones don't count.
 */
class KeyQuotaFilter extends OncePerRequestFilter {
    private final KeyUses uses;
    private final Problems problems;

    KeyQuotaFilter(KeyUses uses, Problems problems) {
        this.uses = uses;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = WorkContext.current().caller();
        if (caller.flatMap(Caller::findApiKey).isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        KeyQuota quota = uses.take(caller.get());
        response.setHeader("RateLimit-Policy", "\"hour\";q=%d;w=3600".formatted(quota.limit()));
        response.setHeader("RateLimit", "\"hour\";r=%d;t=%d".formatted(quota.left(), quota.secondsLeft()));
        if (quota.granted()) {
            chain.doFilter(request, response);
        } else {
            problems.write(refusal(quota), request, response);
        }
    }

    private static AppException refusal(KeyQuota quota) {
        return new AppException(
                        API_KEY_QUOTA_USED,
                        "This API key has made the %,d requests that the plan allows in an hour. Try again in %d seconds."
                                .formatted(quota.limit(), quota.secondsLeft()))
                .with("limit", "api_requests")
                .with("retryAfterSeconds", String.valueOf(quota.secondsLeft()));
    }
}
