package io.claribi.connectors;

import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.TableFiles;
import io.claribi.warehouse.TableVersionId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Table versions that nothing names any more. What a crash keeps from being deleted here is swept at the next start. */
@Component
class RetiredTables {
    private final TableFiles files;
    private final DataDirectory data;

    RetiredTables(TableFiles files, DataDirectory data) {
        this.files = files;
        this.data = data;
    }

    void delete(List<TableVersionId> versions) {
        delete(OrganizationFolder.of(data, OrganizationScope.current()), versions);
    }

    /** Deletes them once the transaction around has committed, so that no row ever names a file that is gone. */
    void deleteAfterCommit(List<TableVersionId> versions) {
        var folder = OrganizationFolder.of(data, OrganizationScope.current());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                delete(folder, versions);
            }
        });
    }

    private void delete(OrganizationFolder folder, List<TableVersionId> versions) {
        versions.forEach(version -> files.delete(folder, version));
    }
}
