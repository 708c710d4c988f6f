package io.claribi.dashboards.design;

import io.claribi.query.AggregateFunction;

/** What a column of numbers is of, and so how many become one. */
enum MeasureKind {
    /** Money that adds up. */
    MONEY(AggregateFunction.SUM, 6),
    /** Things that add up. */
    QUANTITY(AggregateFunction.SUM, 4),
    /** The money of one thing. */
    UNIT_PRICE(AggregateFunction.AVERAGE, 3),
    /** Parts of a whole. */
    SHARE(AggregateFunction.AVERAGE, 2.5),
    /** What is measured. */
    LEVEL(AggregateFunction.AVERAGE, 2.5),
    /** Who knows; a mean is never wrong. */
    UNKNOWN(AggregateFunction.AVERAGE, 1);

    private final AggregateFunction function;
    private final double weight;

    MeasureKind(AggregateFunction function, double weight) {
        this.function = function;
        this.weight = weight;
    }

    AggregateFunction function() {
        return function;
    }

    /** How telling it is by itself. */
    double weight() {
        return weight;
    }

    boolean isMoney() {
        return this == MONEY || this == UNIT_PRICE;
    }

    /** The kind that the name tells. */
    static MeasureKind of(ColumnName name) {
        if (name.has(Vocabulary.PERCENT) || name.has(Vocabulary.SHARE) || "%".equals(name.unit())) {
            return SHARE;
        }
        if (name.has(Vocabulary.UNIT_PRICE) || Vocabulary.QUOTATION.containsAll(name.words())) {
            return UNIT_PRICE;
        }
        boolean counted =
                Vocabulary.QUANTITY.contains(name.last()) && !name.last().equals("total");
        if (isNumberOf(name) || counted) {
            return QUANTITY;
        }
        if (name.has(Vocabulary.LEVEL)) {
            return LEVEL;
        }
        if (name.has(Vocabulary.MONEY) || name.currency().isPresent()) {
            return MONEY;
        }
        return name.has(Vocabulary.QUANTITY) ? QUANTITY : UNKNOWN;
    }

    private static boolean isNumberOf(ColumnName name) {
        return name.words().size() > 1 && Vocabulary.NUMBERING.contains(name.first());
    }
}
