package io.claribi.dashboards;

/** Where a widget stands on the grid of {@link #COLUMNS} columns: its upper left corner and its size. */
public record Layout(int x, int y, int w, int h) {
    public static final int COLUMNS = 12;
}
