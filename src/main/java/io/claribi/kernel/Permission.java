package io.claribi.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What somebody may be allowed to do in an organization: the 35 permissions, in 10 categories. Which built-in role
 * holds which is the matrix in {@code access}.
 */
public enum Permission {
    VIEW_USERS(Category.USER_MANAGEMENT, "See the list of members with their e-mail addresses and last activity"),
    INVITE_USERS(Category.USER_MANAGEMENT, "Send and withdraw invitations"),
    EDIT_USERS(Category.USER_MANAGEMENT, "Disable and enable a member; reset a member's MFA; end a member's sessions"),
    REMOVE_USERS(Category.USER_MANAGEMENT, "Remove a member from the organization"),
    ASSIGN_ROLES(
            Category.USER_MANAGEMENT, "Change a member's role (never to or from Owner); create and edit custom roles"),
    VIEW_DATA_SOURCES(
            Category.DATA_MANAGEMENT, "See data sources and MCP connections and their schemas (never a secret)"),
    CREATE_DATA_SOURCE(
            Category.DATA_MANAGEMENT, "Connect a database or a REST API or an OAuth source or an MCP server"),
    EDIT_DATA_SOURCE(Category.DATA_MANAGEMENT, "Change a connection's settings or credentials"),
    DELETE_DATA_SOURCE(Category.DATA_MANAGEMENT, "Disconnect a source or an MCP server"),
    REFRESH_DATA_SOURCE(Category.DATA_MANAGEMENT, "Sync now; test a connection"),
    UPLOAD_FILES(Category.DATA_MANAGEMENT, "Upload files as data sources"),
    PROCESS_DATA(Category.DATA_MANAGEMENT, "Change column types and names; define measures and dimensions"),
    VIEW_ANALYTICS(Category.ANALYTICS_AND_INSIGHTS, "See analyses and results that are shared with one"),
    RUN_ANALYSIS(Category.ANALYTICS_AND_INSIGHTS, "Ask questions; run queries; call read-only MCP tools"),
    VIEW_ANALYSIS_HISTORY(
            Category.ANALYTICS_AND_INSIGHTS,
            "See the analyses of everybody in the organization (one's own are always visible)"),
    VIEW_REPORTS(Category.REPORTS, "See reports"),
    CREATE_REPORT(Category.REPORTS, "Generate a report"),
    EDIT_REPORT(Category.REPORTS, "Edit a report's text and settings and schedule"),
    DELETE_REPORT(Category.REPORTS, "Delete a report"),
    EXPORT_REPORT(Category.REPORTS, "Download a report or the data of a widget"),
    VIEW_DASHBOARD(Category.DASHBOARDS, "See dashboards"),
    CREATE_DASHBOARD(Category.DASHBOARDS, "Create a dashboard"),
    EDIT_DASHBOARD(Category.DASHBOARDS, "Edit a dashboard and share it"),
    DELETE_DASHBOARD(Category.DASHBOARDS, "Delete a dashboard"),
    VIEW_GOALS(Category.GOALS, "See goals"),
    MANAGE_GOALS(Category.GOALS, "Create and edit and delete goals"),
    MANAGE_WORKSPACES(Category.WORKSPACES_AND_SHARING, "Create workspaces and set who belongs to them"),
    MANAGE_INTEGRATIONS(
            Category.ORGANIZATION_AND_INTEGRATIONS,
            "Configure SSO and custom MCP catalog entries and mail; see and revoke everybody's API keys"),
    TRANSFER_OWNERSHIP(Category.ORGANIZATION_AND_INTEGRATIONS, "Make another active member the Owner"),
    DELETE_ORGANIZATION(Category.ORGANIZATION_AND_INTEGRATIONS, "Delete the organization and all it holds"),
    VIEW_AUDIT_LOGS(Category.SECURITY_AND_AUDIT, "Read and export the organization's audit log"),
    MANAGE_SECURITY_SETTINGS(
            Category.SECURITY_AND_AUDIT, "Set MFA enforcement and session limits and the AI data policy"),
    MANAGE_BILLING(Category.BILLING, "See invoices and billing details and change them"),
    MANAGE_SUBSCRIPTION(Category.BILLING, "Change the plan"),
    MANAGE_PAYMENT_METHODS(Category.BILLING, "Change how the organization pays");

    private static final Map<String, Permission> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Permission::wireName, Function.identity()));

    private final Category category;
    private final String text;

    Permission(Category category, String text) {
        this.category = category;
        this.text = text;
    }

    public Category category() {
        return category;
    }

    /** What it allows, for people. */
    public String text() {
        return text;
    }

    /**
     * Whether a role may hold it for what one created oneself only. It takes a module that judges it where the object is
     * loaded.
     */
    public boolean isLimitable() {
        return switch (this) {
            case EDIT_DATA_SOURCE, DELETE_DATA_SOURCE, EDIT_REPORT, DELETE_REPORT, EDIT_DASHBOARD, DELETE_DASHBOARD ->
                true;
            default -> false;
        };
    }

    /** The permission of this name on the wire. */
    public static Optional<Permission> find(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /** Its name on the wire: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The groups in which permissions are shown. */
    public enum Category {
        USER_MANAGEMENT("User Management"),
        DATA_MANAGEMENT("Data Management"),
        ANALYTICS_AND_INSIGHTS("Analytics & Insights"),
        REPORTS("Reports"),
        DASHBOARDS("Dashboards"),
        GOALS("Goals"),
        WORKSPACES_AND_SHARING("Workspaces & Sharing"),
        ORGANIZATION_AND_INTEGRATIONS("Organization & Integrations"),
        SECURITY_AND_AUDIT("Security & Audit"),
        BILLING("Billing");

        private final String text;

        Category(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
