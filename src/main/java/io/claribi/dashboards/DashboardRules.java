package io.claribi.dashboards;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.query.Queries;
import io.claribi.query.Query;
import io.claribi.query.QueryTables;
import io.claribi.query.QueryTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a dashboard must be to be kept. What comes from JSON can lack any part, whatever its type says. */
@Component
class DashboardRules {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardRules.class);

    static final int MAX_WIDGETS = 50;
    static final int MAX_FILTERS = 20;
    static final int MAX_NAME = 200;
    static final int MAX_UNIT = 20;
    static final int MAX_TOP = 100;
    static final int MAX_ROWS = 1_000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Queries queries;
    private final QueryTables tables;

    DashboardRules(Queries queries, QueryTables tables) {
        this.queries = queries;
        this.tables = tables;
    }

    /**
     * @throws AppException INVALID_DASHBOARD with all that is wrong
     */
    void check(DashboardContent dashboard) {
        List<FieldError> errors = problems(dashboard);
        if (!errors.isEmpty()) {
            throw new AppException(
                    DashboardError.INVALID_DASHBOARD,
                    "The dashboard can't be kept: " + errors.getFirst().message(),
                    errors);
        }
    }

    /** The dashboard without the widgets and filters that are wrong. */
    DashboardContent keepable(DashboardContent dashboard) {
        if (problems(dashboard).isEmpty()) {
            return dashboard;
        }
        return new DashboardContent(
                dashboard.name(),
                dashboard.dataSourceId(),
                dashboard.widgets().stream()
                        .filter(widget -> isKeepable(dashboard, List.of(widget), List.of()))
                        .limit(MAX_WIDGETS)
                        .toList(),
                dashboard.filters().stream()
                        .filter(filter -> isKeepable(dashboard, List.of(), List.of(filter)))
                        .limit(MAX_FILTERS)
                        .toList());
    }

    private boolean isKeepable(DashboardContent dashboard, List<Widget> widgets, List<DashboardFilter> filters) {
        boolean keepable = problems(new DashboardContent(dashboard.name(), dashboard.dataSourceId(), widgets, filters))
                .isEmpty();
        if (!keepable) {
            LOG.warn("Left a part out of the dashboard that was drawn for data source {}", dashboard.dataSourceId());
        }
        return keepable;
    }

    /** All that is wrong with a dashboard; empty for a good one. */
    List<FieldError> problems(DashboardContent dashboard) {
        var errors = new ArrayList<FieldError>();
        checkText("name", dashboard.name(), "name", errors);
        if (dashboard.widgets().size() > MAX_WIDGETS) {
            errors.add(new FieldError("widgets", "A dashboard has at most %d widgets.".formatted(MAX_WIDGETS)));
            return errors;
        }
        if (dashboard.filters().size() > MAX_FILTERS) {
            errors.add(new FieldError("filters", "A dashboard has at most %d filters.".formatted(MAX_FILTERS)));
            return errors;
        }
        var widgetIds = new HashSet<String>();
        for (int i = 0; i < dashboard.widgets().size(); i++) {
            Widget widget = dashboard.widgets().get(i);
            checkId("widgets[" + i + "].id", widget.id(), widgetIds, errors);
            checkWidget("widgets[" + i + "]", widget, errors);
        }
        var filterIds = new HashSet<String>();
        for (int i = 0; i < dashboard.filters().size(); i++) {
            DashboardFilter filter = dashboard.filters().get(i);
            checkId("filters[" + i + "].id", filter.id(), filterIds, errors);
            checkFilter("filters[" + i + "]", filter, errors);
        }
        return errors;
    }

    private void checkWidget(String path, Widget widget, List<FieldError> errors) {
        checkText(path + ".title", widget.title(), "title", errors);
        if (widget.subtitle() != null && widget.subtitle().length() > MAX_NAME) {
            errors.add(new FieldError(path + ".subtitle", "A subtitle has at most %d characters.".formatted(MAX_NAME)));
        }
        checkLayout(path + ".layout", widget.layout(), errors);
        checkOptions(path + ".options", widget.options(), errors);
        if (widget.type() == null) {
            errors.add(new FieldError(path + ".type", "A widget needs a type."));
        }
        if (widget.query() == null) {
            errors.add(new FieldError(path + ".query", "A widget needs a query."));
            return;
        }
        if (widget.type() != null) {
            checkShape(path, widget, errors);
        }
        checkQuery(path + ".query", widget.query(), errors);
        if (widget.trend() != null) {
            checkQuery(path + ".trend", widget.trend(), errors);
        }
    }

    private static void checkShape(String path, Widget widget, List<FieldError> errors) {
        boolean measured = !widget.query().measures().isEmpty();
        boolean split = !widget.query().dimensions().isEmpty();
        String fault = switch (widget.type()) {
            case METRIC -> measured && !split ? null : "A metric has measures and no dimension.";
            case LINE, AREA, BAR, PIE, HISTOGRAM ->
                measured && split ? null : "Such a chart has a measure and a dimension.";
            case SCATTER, TABLE -> null;
        };
        if (fault != null) {
            errors.add(new FieldError(path + ".query", fault));
        }
        Query trend = widget.trend();
        if (trend != null && widget.type() != WidgetType.METRIC) {
            errors.add(new FieldError(path + ".trend", "Only a metric has a trend."));
        } else if (trend != null
                && (trend.measures().size() != 1 || trend.dimensions().size() != 1)) {
            errors.add(new FieldError(path + ".trend", "A trend has one measure and one dimension of time."));
        }
    }

    private void checkQuery(String path, Query query, List<FieldError> errors) {
        Optional<QueryTarget> target = query.dataSourceId() == null || query.table() == null
                ? Optional.empty()
                : tables.find(query.dataSourceId(), query.table());
        if (target.isEmpty()) {
            errors.add(new FieldError(path + ".table", "There is no such table."));
            return;
        }
        for (FieldError problem : queries.problems(target.get().table(), query)) {
            errors.add(new FieldError(path + "." + problem.field(), problem.message()));
        }
    }

    private static void checkFilter(String path, DashboardFilter filter, List<FieldError> errors) {
        checkText(path + ".label", filter.label(), "label", errors);
        if (filter.kind() == null) {
            errors.add(new FieldError(path + ".kind", "A filter needs a kind."));
        }
        if (filter.table() == null) {
            errors.add(new FieldError(path + ".table", "A filter needs a table."));
        }
        if (filter.field() == null) {
            errors.add(new FieldError(path + ".field", "A filter needs a field."));
        }
    }

    private static void checkLayout(String path, @Nullable Layout layout, List<FieldError> errors) {
        if (layout == null) {
            errors.add(new FieldError(path, "A widget needs a place."));
            return;
        }
        boolean fits = layout.x() >= 0
                && layout.w() >= 1
                && layout.w() <= Layout.COLUMNS
                && layout.x() <= Layout.COLUMNS - layout.w()
                && layout.y() >= 0
                && layout.y() <= MAX_ROWS
                && layout.h() >= 1
                && layout.h() <= MAX_ROWS;
        if (!fits) {
            errors.add(new FieldError(path, "A widget lies within the %d columns.".formatted(Layout.COLUMNS)));
        }
    }

    private static void checkOptions(String path, WidgetOptions options, List<FieldError> errors) {
        if (options.unit() != null && options.unit().length() > MAX_UNIT) {
            errors.add(new FieldError(path + ".unit", "A unit has at most %d characters.".formatted(MAX_UNIT)));
        }
        if (options.topN() != null && (options.topN() < 1 || options.topN() > MAX_TOP)) {
            errors.add(new FieldError(path + ".topN", "The number is between 1 and %d.".formatted(MAX_TOP)));
        }
    }

    private static void checkText(String path, @Nullable String text, String what, List<FieldError> errors) {
        if (text == null || text.isBlank() || text.length() > MAX_NAME) {
            errors.add(new FieldError(path, "A %s has 1 to %d characters.".formatted(what, MAX_NAME)));
        }
    }

    private static void checkId(String path, @Nullable String id, HashSet<String> ids, List<FieldError> errors) {
        if (id == null || !ID.matcher(id).matches()) {
            errors.add(new FieldError(path, "An id has 1 to 64 letters, digits, - or _."));
        } else if (!ids.add(id)) {
            errors.add(new FieldError(path, "Another one has the id %s.".formatted(id)));
        }
    }
}
