package io.claribi.bench.harness;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what was measured as it comes, and all of it as a table at the end. */
public final class Report {
    private final PrintStream out;
    private final List<String> table = new ArrayList<>();
    private String title = "";

    public Report(PrintStream out) {
        this.out = out;
    }

    public void title(String name, String about) {
        title = name;
        out.printf("%n%s: %s%n", name, about);
    }

    /** Something to know that is no figure. */
    public void note(String text) {
        out.printf("  %s%n", text);
    }

    /** A line of figures of one contender. */
    public void line(String contender, String figures) {
        out.printf(Locale.ROOT, "  %-46s %s%n", contender, figures);
    }

    /** One value of each round, of which the median counts. */
    public void figure(String what, Samples rounds, String unit, Budget budget) {
        double median = rounds.median();
        String spread = rounds.count() == 1
                ? ""
                : "(%s–%s)".formatted(Figures.plain(rounds.least()), Figures.plain(rounds.most()));
        String value = "%s %s".formatted(Figures.plain(median), unit).strip();
        out.printf("  %-46s %-12s %-18s %s%n", what, value, spread, budget.judge(median));
        table.add("| %s | %s | %s | %s | %s |".formatted(title, what, value, spread, budget.judge(median)));
    }

    public void figure(String what, double value, String unit, Budget budget) {
        figure(what, Samples.of(value), unit, budget);
    }

    /** All figures as a Markdown table. */
    public void finish() {
        out.printf("%n| measured | figure | median | spread | budget |%n|---|---|---|---|---|%n");
        table.forEach(out::println);
    }
}
