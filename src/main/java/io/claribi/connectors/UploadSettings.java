package io.claribi.connectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code claribi.uploads.*}.
 *
 * @param waiting how many files of one organization may be on their way in: arriving, waiting for their turn, being read
 * @param freeDisk what uploads leave free of the disk
 */
@Validated
@ConfigurationProperties("claribi.uploads")
record UploadSettings(
        @Min(1) @Max(1_000) @DefaultValue("10") int waiting,
        @DefaultValue("1GB") DataSize freeDisk) {}
