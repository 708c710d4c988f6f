package io.claribi.web;

import static io.claribi.http.HttpError.TOO_MANY_REQUESTS;

import io.claribi.http.Problems;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.WorkContext;
import io.claribi.tenancy.OrganizationSlots;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers so many requests of an organization at a time. Each takes threads, connections and memory in small ways that
 * are not counted one by one; this bounds them all.
 */
class OrganizationRequestsFilter extends OncePerRequestFilter {
    private final OrganizationSlots slots;
    private final Problems problems;

    OrganizationRequestsFilter(RequestSettings settings, Problems problems) {
        this.slots = new OrganizationSlots(
                settings.perOrganization(), settings.patience(), OrganizationRequestsFilter::refusal);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = WorkContext.current().caller();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            slots.<@Nullable Void, Exception>call(caller.get().organization(), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (AppException e) {
            problems.write(e, request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static AppException refusal() {
        return new AppException(
                        TOO_MANY_REQUESTS,
                        "Your organization has too many requests under way. Send fewer at once, and this one again.")
                .with("retryAfterSeconds", 5);
    }
}
