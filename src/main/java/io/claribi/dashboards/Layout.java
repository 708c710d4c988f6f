package io.claribi.dashboards;

/** Where a widget stands on the grid of {@link #COLUMNS} columns: its upper left corner and its size. */
public record Layout(int x, int y, int w, int h) {
    public static final int COLUMNS = 12;

    boolean overlaps(Layout other) {
        return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
    }
}
