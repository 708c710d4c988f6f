package io.claribi.connectors;

import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationFolder.Kind;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.TableVersionId;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The files of tables that are no longer wanted. What a crash leaves behind is swept at the next start. */
@Component
class TableFiles {
    private static final Logger log = LoggerFactory.getLogger(TableFiles.class);

    private final DataDirectory data;

    TableFiles(DataDirectory data) {
        this.data = data;
    }

    /** Deletes them once the transaction around has committed, so that a row never names a file that is gone. */
    void deleteAfterCommit(List<TableVersionId> versions) {
        var folder = folder();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                versions.forEach(version -> delete(folder, version));
            }
        });
    }

    void delete(List<TableVersionId> versions) {
        var folder = folder();
        versions.forEach(version -> delete(folder, version));
    }

    OrganizationFolder folder() {
        return OrganizationFolder.of(data, OrganizationScope.current());
    }

    private static void delete(OrganizationFolder folder, TableVersionId version) {
        try {
            Files.deleteIfExists(folder.file(Kind.TABLES, version.value(), "parquet"));
        } catch (IOException e) {
            log.warn("Table version {} could not be deleted; it is swept at the next start", version.value(), e);
        }
    }
}
