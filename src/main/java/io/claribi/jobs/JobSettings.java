package io.claribi.jobs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How background work runs on this node.
 *
 * @param threads how many jobs run at a time
 * @param perOrganization how many of them may be one organization's
 * @param serverThreads how many tasks of the server's own, such as mails, run at a time besides
 * @param drain how long a shutdown waits for running jobs before it leaves them to be run again
 */
@Validated
@ConfigurationProperties("claribi.jobs")
record JobSettings(
        @DefaultValue("4") @Min(1) @Max(100) int threads,
        @DefaultValue("2") @Min(1) @Max(100) int perOrganization,
        @DefaultValue("2") @Min(1) @Max(100) int serverThreads,
        @DefaultValue("20s") Duration drain) {}
