package io.claribi.dashboards.design;

import io.claribi.connectors.DataSource;
import io.claribi.connectors.DataSourceChanged.DataSourceCreated;
import io.claribi.connectors.DataSourceChanged.DataSourceDeleted;
import io.claribi.connectors.DataSources;
import io.claribi.dashboards.Dashboard;
import io.claribi.dashboards.Dashboards;
import io.claribi.warehouse.ImportedFile.ImportedTable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives each new source its first dashboard, and takes a source's dashboards away with it; in the same transaction. */
@Component
class SourceDashboards {
    private final Dashboards dashboards;
    private final InsightDesigner designer;
    private final DataSources sources;

    SourceDashboards(Dashboards dashboards, InsightDesigner designer, DataSources sources) {
        this.dashboards = dashboards;
        this.designer = designer;
        this.sources = sources;
    }

    @EventListener
    void drawFirst(DataSourceCreated created) {
        DataSource source = created.source();
        var tables = created.tables().stream().map(SourceDashboards::profiled).toList();
        var content = designer.design(source.id().value(), source.name(), tables);
        Dashboard drawn = dashboards.createDrawn(content, source.createdBy());
        sources.linkDashboard(source.id(), drawn.id().value());
    }

    @EventListener
    void takeAway(DataSourceDeleted deleted) {
        dashboards.deleteOf(deleted.source().id());
    }

    private static ProfiledTable profiled(ImportedTable table) {
        return new ProfiledTable(table.table().name(), table.table().rows(), table.statistics());
    }
}
