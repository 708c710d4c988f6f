package io.claribi.dashboards;

/**
 * A filter that reaches every widget whose table has the field.
 *
 * @param id unique in its dashboard; stands in addresses
 * @param table whose values are offered
 */
public record DashboardFilter(String id, FilterKind kind, String label, String table, String field) {}
