package io.claribi.dashboards.web;

import io.claribi.dashboards.DashboardAnswer;
import io.claribi.dashboards.DashboardAnswer.FilterAnswer;
import io.claribi.dashboards.DashboardAnswer.WidgetAnswer;
import io.claribi.dashboards.DashboardAnswer.WidgetError;
import io.claribi.query.QueryResult;
import io.claribi.query.QueryResultView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The data of a dashboard on the wire. */
@Schema(name = "DashboardData")
record DashboardDataView(List<WidgetData> widgets, List<FilterAnswer> filters) {

    /** Writes the view while the answer is computed. */
    static void write(DashboardAnswer answer, JsonMapper json, OutputStream out) {
        // What breaks off half way must not be closed as if it were whole.
        ObjectWriter values = json.writer()
                .withoutFeatures(StreamWriteFeature.AUTO_CLOSE_CONTENT, StreamWriteFeature.AUTO_CLOSE_TARGET)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        try (JsonGenerator to = values.createGenerator(out)) {
            to.writeStartObject();
            to.writeArrayPropertyStart("widgets");
            answer.forEachWidget(widget -> values.writeValue(to, WidgetData.of(widget)));
            to.writeEndArray();
            to.writeName("filters");
            values.writeValue(to, answer.filters());
            to.writeEndObject();
        }
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
