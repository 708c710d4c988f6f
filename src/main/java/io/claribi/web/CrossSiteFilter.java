package io.claribi.web;

import static io.claribi.http.HttpError.CROSS_SITE_REQUEST;

import io.claribi.http.Problems;
import io.claribi.http.PublicUrl;
import io.claribi.kernel.AppException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that another site's page asks for. The cookies are {@code SameSite=Strict} and read by a few routes
 * alone; this stands behind it, for sites of the same registrable domain and browsers that know no SameSite. Programs
 * send neither header and pass: they have no cookie that somebody else could ride on.
 */
class CrossSiteFilter extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Problems problems;
    private final PublicUrl publicUrl;

    CrossSiteFilter(Problems problems, PublicUrl publicUrl) {
        this.problems = problems;
        this.publicUrl = publicUrl;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || isOurOwn(request)) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    new AppException(CROSS_SITE_REQUEST, "Another site's page may not do this."), request, response);
        }
    }

    private boolean isOurOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        // Browsers send no Sec-Fetch-Site over plain http to another host than localhost, but always an Origin.
        String origin = request.getHeader("Origin");
        return origin == null || publicUrl.isOrigin(origin) || origin.equals(originOf(request));
    }

    private static String originOf(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }
}
