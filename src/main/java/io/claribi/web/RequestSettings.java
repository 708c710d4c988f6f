package io.claribi.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code claribi.requests.*}: how many requests of one organization this node answers at a time.
 *
 * @param perOrganization at a time; the others wait
 * @param patience how long they do
 */
@Validated
@ConfigurationProperties("claribi.requests")
record RequestSettings(
        @Min(4) @Max(10_000) @DefaultValue("32") int perOrganization,
        @DefaultValue("10s") Duration patience) {}
