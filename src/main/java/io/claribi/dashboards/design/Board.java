package io.claribi.dashboards.design;

import io.claribi.dashboards.Layout;
import io.claribi.dashboards.Widget;
import io.claribi.dashboards.WidgetOptions;
import io.claribi.dashboards.WidgetType;
import io.claribi.query.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grid as it fills, row by row. */
final class Board {
    private final List<Widget> widgets = new ArrayList<>();
    private int y;

    /** Puts widgets side by side, in equal parts as near as may be. */
    void addRow(int height, List<Draft> drafts) {
        int[] widths = new int[drafts.size()];
        for (int i = 0; i < widths.length; i++) {
            int extra = i < Layout.COLUMNS % widths.length ? 1 : 0;
            widths[i] = Layout.COLUMNS / widths.length + extra;
        }
        addRow(height, drafts, widths);
    }

    void addRow(int height, List<Draft> drafts, int... widths) {
        int x = 0;
        for (int i = 0; i < drafts.size(); i++) {
            widgets.add(drafts.get(i).at("w" + (widgets.size() + 1), new Layout(x, y, widths[i], height)));
            x += widths[i];
        }
        y += drafts.isEmpty() ? 0 : height;
    }

    List<Widget> widgets() {
        return widgets;
    }

    /** A widget without a place. */
    record Draft(
            WidgetType type,
            String title,
            @Nullable String subtitle,
            Query query,
            @Nullable Query trend,
            WidgetOptions options) {
        Draft subtitled(@Nullable String subtitle) {
            return new Draft(type, title, subtitle, query, trend, options);
        }

        private Widget at(String id, Layout layout) {
            return new Widget(id, type, title, subtitle, query, trend, layout, options);
        }
    }
}
