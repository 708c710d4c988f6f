package io.claribi.dashboards.web;

import io.claribi.dashboards.DashboardAnswer;
import io.claribi.dashboards.DashboardAnswer.FilterAnswer;
import io.claribi.dashboards.DashboardAnswer.WidgetAnswer;
import io.claribi.dashboards.DashboardAnswer.WidgetError;
import io.claribi.query.QueryResult;
import io.claribi.query.QueryResultView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "DashboardData")
record DashboardDataView(List<WidgetData> widgets, List<FilterAnswer> filters) {

    static DashboardDataView of(DashboardAnswer answer) {
        return new DashboardDataView(
                answer.widgets().stream().map(WidgetData::of).toList(), answer.filters());
    }

    record WidgetData(
            String id,
            @Nullable QueryResultView result,
            @Nullable QueryResultView trend,
            @Nullable QueryResultView comparison,
            @Nullable WidgetError error) {
        static WidgetData of(WidgetAnswer answer) {
            return new WidgetData(
                    answer.id(),
                    view(answer.result()),
                    view(answer.trend()),
                    view(answer.comparison()),
                    answer.error());
        }

        private static @Nullable QueryResultView view(@Nullable QueryResult result) {
            return result == null ? null : QueryResultView.of(result);
        }
    }
}
