package io.claribi.dashboards.web;

import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;

/** What the caller may do with a dashboard. */
record DashboardRights(boolean edit, boolean delete, boolean export) {
    static DashboardRights of(Caller caller) {
        return new DashboardRights(
                caller.can(Permission.EDIT_DASHBOARD),
                caller.can(Permission.DELETE_DASHBOARD),
                caller.can(Permission.EXPORT_REPORT));
    }
}
