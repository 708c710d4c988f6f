package io.claribi.dashboards.web;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;

/** What the caller may do with a dashboard. */
record DashboardRights(boolean edit, boolean delete, boolean export) {
    static DashboardRights of(Caller caller, AccountId creator) {
        return new DashboardRights(
                caller.can(Permission.EDIT_DASHBOARD, creator),
                caller.can(Permission.DELETE_DASHBOARD, creator),
                caller.can(Permission.EXPORT_REPORT));
    }
}
