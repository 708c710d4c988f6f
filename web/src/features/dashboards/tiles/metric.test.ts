import { describe, expect, it } from 'vitest';
import { comparisonOf, figureOf, lengthOf, trendOf } from '#/features/dashboards/tiles/metric';
import { aResult, aWidget } from '#/testing/examples';

const figure = (value: number | null) =>
  aResult({ columns: [{ name: 'sum_amount', type: 'decimal' }], rows: [[value]] });

describe('a metric', () => {
  it.each([
    [120, 100, 'up', '20% more than before'],
    [50, 100, 'down', '50% less than before'],
    [100, 100, 'same', 'Same as before'],
    [3, 0, 'up', 'Up from 0 before'],
  ])('%d after %d is %s: %s', (now, before, direction, text) => {
    const comparison = comparisonOf({ id: 'm', result: figure(now), comparison: figure(before) });

    expect(comparison).toEqual({ direction, text });
  });

  it('compares nothing with what is missing', () => {
    expect(comparisonOf({ id: 'm', result: figure(3) })).toBeNull();
    expect(comparisonOf({ id: 'm', result: figure(3), comparison: figure(null) })).toBeNull();
  });

  it('is a number when it comes as text because it is so large', () => {
    const columns = [{ name: 'sum_bytes', type: 'integer' as const }];

    expect(figureOf(aWidget(), aResult({ columns, rows: [['9007199254740993000']] }))).toBe('9,007,199.3T');
  });

  it('says nothing without a value', () => {
    expect(figureOf(aWidget(), figure(null))).toBeNull();
  });

  it('tells a span of time from its two ends', () => {
    const columns = ['min_day', 'max_day'].map((name) => ({ name, type: 'date' as const }));

    const span = aResult({ columns, rows: [['2024-01-05', '2024-03-01']] });

    expect(figureOf(aWidget(), span)).toContain('2024');
    expect(lengthOf(span)).toBe('57 days');
  });

  it('has a course with gaps', () => {
    const trend = { ...aWidget().query, dimensions: [{ field: 'sold_on', grain: 'year' as const }] };
    const columns = [
      { name: 'sold_on', type: 'date' as const },
      { name: 'sum_amount', type: 'decimal' as const },
    ];
    const rows = [
      ['2021-01-01', 4],
      ['2023-01-01', 6],
    ];

    expect(trendOf(aWidget({ trend }), aResult({ columns, rows }))).toEqual({
      values: [4, null, 6],
      incomplete: false,
    });
  });

  it('has a course that may end before its last period does', () => {
    const trend = { ...aWidget().query, dimensions: [{ field: 'sold_on', grain: 'month' as const }] };
    const columns = [
      { name: 'sold_on', type: 'date' as const },
      { name: 'sum_amount', type: 'decimal' as const },
    ];
    const result = aResult({ columns, rows: [['2024-02-01', 4]] });

    expect(trendOf(aWidget({ trend, options: { incompleteLast: true } }), result).incomplete).toBe(true);
    expect(trendOf(aWidget({ trend }), result, '2024-02-14').incomplete).toBe(true);
    expect(trendOf(aWidget({ trend }), result, '2024-02-29').incomplete).toBe(false);
  });
});
