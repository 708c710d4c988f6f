package io.claribi.dashboards.design;

import io.claribi.query.Dimension;
import io.claribi.query.Grain;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ColumnType;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The column along which numbers are drawn over time, and the periods they are gathered into.
 *
 * @param incompleteLast whether the last period had not ended when the data did
 */
record TimeAxis(ReadColumn column, Grain grain, boolean incompleteLast) {
    private static final int FEWEST_POINTS = 20;
    private static final int MOST_POINTS = 90;
    private static final int BEST_POINTS = 45;

    Dimension dimension() {
        return Dimension.of(column.field(), grain);
    }

    /** The axis along a column of days or times; nothing if its values are all the same or can't be read. */
    static Optional<TimeAxis> along(ReadColumn column) {
        ColumnStatistics statistics = column.statistics();
        try {
            LocalDateTime first = moment(statistics.min());
            LocalDateTime last = moment(statistics.max());
            if (!first.isBefore(last)) {
                return Optional.empty();
            }
            Duration span = Duration.between(first, last);
            Duration step = span.dividedBy(Math.max(1, statistics.distinct() - 1));
            Grain grain = grain(statistics.type(), span, step);
            return Optional.of(new TimeAxis(column, grain, isIncomplete(last, grain, step, statistics.type())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The periods that give a good number of points, or come nearest to it; never finer than the data. */
    private static Grain grain(ColumnType type, Duration span, Duration step) {
        List<Grain> possible = Stream.of(Grain.values())
                .filter(grain -> type == ColumnType.TIMESTAMP || grain.compareTo(Grain.DAY) >= 0)
                .filter(grain -> grain == Grain.YEAR || isAsCoarseAs(grain, step))
                .toList();
        return possible.stream()
                .filter(grain -> points(grain, span) >= FEWEST_POINTS && points(grain, span) <= MOST_POINTS)
                .min(Comparator.comparingDouble(grain -> Math.abs(Math.log(points(grain, span) / BEST_POINTS))))
                .orElseGet(() -> possible.stream()
                        .min(Comparator.comparingDouble(grain -> distance(points(grain, span))))
                        .orElse(Grain.DAY));
    }

    /** With a tenth to spare: months have 28 to 31 days, and years 365 or 366. */
    private static boolean isAsCoarseAs(Grain grain, Duration step) {
        return length(grain).multipliedBy(10).compareTo(step.multipliedBy(9)) >= 0;
    }

    private static double points(Grain grain, Duration span) {
        return (double) span.toSeconds() / length(grain).toSeconds() + 1;
    }

    private static double distance(double points) {
        return points < FEWEST_POINTS ? FEWEST_POINTS / points : points / MOST_POINTS;
    }

    private static Duration length(Grain grain) {
        return switch (grain) {
            case MINUTE -> ChronoUnit.MINUTES.getDuration();
            case HOUR -> ChronoUnit.HOURS.getDuration();
            case DAY -> ChronoUnit.DAYS.getDuration();
            case WEEK -> ChronoUnit.WEEKS.getDuration();
            case MONTH -> ChronoUnit.MONTHS.getDuration();
            case QUARTER -> ChronoUnit.MONTHS.getDuration().multipliedBy(3);
            case YEAR -> ChronoUnit.YEARS.getDuration();
        };
    }

    /**
     * Whether more was to come: the next value would still have been in the period. Where values don't come at every
     * step, on working days say, three steps' silence is taken for the end.
     */
    private static boolean isIncomplete(LocalDateTime last, Grain grain, Duration step, ColumnType type) {
        Duration unit = type == ColumnType.DATE ? Duration.ofDays(1) : Duration.ofSeconds(1);
        boolean regular = type == ColumnType.DATE && step.multipliedBy(20).compareTo(unit.multipliedBy(21)) <= 0;
        Duration patience = regular ? unit : max(step.multipliedBy(3), unit);
        return last.plus(patience).isBefore(end(last, grain)) && length(grain).compareTo(step) > 0;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The first moment after the period that holds the moment. */
    private static LocalDateTime end(LocalDateTime moment, Grain grain) {
        LocalDate day = moment.toLocalDate();
        return switch (grain) {
            case MINUTE -> moment.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
            case HOUR -> moment.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            case DAY -> day.plusDays(1).atStartOfDay();
            case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atStartOfDay();
            case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth()).atStartOfDay();
            case QUARTER ->
                day.withDayOfMonth(1)
                        .plusMonths(3 - (day.getMonthValue() - 1) % 3)
                        .atStartOfDay();
            case YEAR -> day.with(TemporalAdjusters.firstDayOfNextYear()).atStartOfDay();
        };
    }

    private static LocalDateTime moment(@Nullable String text) {
        if (text == null) {
            throw new DateTimeException("No moment");
        }
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay()
                : OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
    }
}
