package io.claribi.connectors;

import io.claribi.jobs.Jobs;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.TableFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what a crash left in the folders of organizations: files that no row and no waiting job names. Runs beside the
 * server's work after each start, so that starting takes no longer the more there is.
 */
@Component
class SourceSweep {
    private static final Logger log = LoggerFactory.getLogger(SourceSweep.class);

    private final DataDirectory data;
    private final TableFiles files;
    private final SourceTableStore tables;
    private final Jobs jobs;
    private final FileImportJob imports;
    private final TransactionTemplate transaction;

    SourceSweep(
            DataDirectory data,
            TableFiles files,
            SourceTableStore tables,
            Jobs jobs,
            FileImportJob imports,
            TransactionTemplate transaction) {
        this.data = data;
        this.files = files;
        this.tables = tables;
        this.jobs = jobs;
        this.imports = imports;
        this.transaction = transaction;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        // What was touched since is at work. A start takes seconds, so nothing that an earlier server left is younger.
        Instant started = Instant.ofEpochMilli(ready.getTimestamp()).minus(ready.getTimeTaken());
        Thread.ofVirtual()
                .name("sweep")
                .start(() -> OrganizationFolder.list(data).forEach(folder -> sweep(folder, started)));
    }

    private void sweep(OrganizationFolder folder, Instant before) {
        try {
            OrganizationScope.run(folder.organization(), () -> {
                int deleted = files.sweep(folder, wanted(folder), before);
                if (deleted > 0) {
                    log.info(
                            "Deleted {} files that a crash left in {}",
                            deleted,
                            folder.organization().value());
                }
            });
        } catch (RuntimeException e) {
            log.warn(
                    "The folder of {} could not be swept", folder.organization().value(), e);
        }
    }

    private Set<Path> wanted(OrganizationFolder folder) {
        return transaction.execute(status -> {
            var wanted = new HashSet<Path>();
            tables.listVersions().forEach(version -> wanted.add(TableFiles.path(folder, version)));
            jobs.listUnfinished(imports).forEach(order -> wanted.add(imports.upload(order)));
            return wanted;
        });
    }
}
