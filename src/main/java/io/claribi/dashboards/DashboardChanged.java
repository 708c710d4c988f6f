package io.claribi.dashboards;

import io.claribi.kernel.AuditableEvent;
import java.util.Map;

/** What happens to dashboards. */
public sealed interface DashboardChanged extends AuditableEvent {

    DashboardId dashboard();

    String name();

    @Override
    default AuditTarget auditTarget() {
        return new AuditTarget("dashboard", dashboard().value(), name());
    }

    /** There is a new dashboard. */
    record DashboardCreated(DashboardId dashboard, String name) implements DashboardChanged {
        @Override
        public String auditType() {
            return "dashboard.created";
        }
    }

    /** A dashboard has another name, other widgets or other filters. */
    record DashboardUpdated(DashboardId dashboard, String name, String nameBefore) implements DashboardChanged {
        @Override
        public String auditType() {
            return "dashboard.updated";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of("nameBefore", nameBefore, "nameAfter", name);
        }
    }

    /** A dashboard is gone. */
    record DashboardDeleted(DashboardId dashboard, String name) implements DashboardChanged {
        @Override
        public String auditType() {
            return "dashboard.deleted";
        }
    }
}
