package io.claribi.web;

import io.claribi.access.Callers;
import io.claribi.access.keys.KeyCallers;
import io.claribi.access.keys.KeyUses;
import io.claribi.http.Problems;
import io.claribi.http.PublicUrl;
import io.claribi.identity.Authenticator;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * The way of a request: trace, headers, firewall, origin, who are you, organization, a key's
 * quota, its turn; then the route's own
 * declaration.
 * The order must not change: what refuses first tells least. There are no sessions of the servlet kind, no forms and no
 * cookies but those of log-ins, and so none of the filters for them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RequestSettings.class)
class SecurityConfiguration {

    @Bean
    FilterRegistrationBean<Filter> trace(Problems problems) {
        return outermost(new TraceFilter(problems), 0);
    }

    @Bean
    FilterRegistrationBean<Filter> securityHeaders() {
        return outermost(new SecurityHeaders(), 1);
    }

    @Bean
    SecurityFilterChain requests(
            Problems problems,
            PublicUrl publicUrl,
            Authenticator authenticator,
            Callers callers,
            KeyCallers keyCallers,
            KeyUses keyUses,
            RequestSettings settings) {
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new CrossSiteFilter(problems, publicUrl),
                new AuthenticationFilter(authenticator, callers, keyCallers, problems),
                new KeyQuotaFilter(keyUses, problems),
                new OrganizationRequestsFilter(settings, problems));
    }

    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        // PostgreSQL's text holds no U+0000; JSON bodies are checked where they are read.
        firewall.setAllowedParameterValues(value -> value.indexOf(0) < 0);
        firewall.setAllowedHeaderValues(SecurityConfiguration::isHeaderValue);
        return firewall;
    }

    /** The firewall's own rule without its regular expression, which took as long as the check of the token. */
    static boolean isHeaderValue(String value) {
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            if (!Character.isDefined(character) || Character.isISOControl(character) && character != '\t') {
                return false;
            }
            i += Character.charCount(character);
        }
        return true;
    }

    /** What the filters of a chain took, each for itself, is nothing that anybody asks; a request's time is measured. */
    @Bean
    static SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler rejected(Problems problems) {
        return (request, response, rejection) -> problems.write(rejection, request, response);
    }

    private static FilterRegistrationBean<Filter> outermost(Filter filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }
}
