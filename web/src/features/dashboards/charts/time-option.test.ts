import { describe, expect, it } from 'vitest';
import type { QueryResult, Widget } from '#/api/types';
import { SeriesColors } from '#/features/dashboards/charts/colors';
import { timeOption } from '#/features/dashboards/charts/time-option';
import { aResult, aWidget } from '#/testing/examples';
import type { LineSeries } from '#/ui/chart/chart-option';
import { lookOf } from '#/ui/chart/look';

const JAN = Date.parse('2024-01-01');
const FEB = Date.parse('2024-02-01');
const MAR = Date.parse('2024-03-01');

function aMonthly(over: Partial<Widget> = {}): Widget {
  const query = { ...aWidget().query, dimensions: [{ field: 'sold_on', grain: 'month' as const }] };
  return aWidget({ type: 'line', title: 'Amount by month', query, ...over });
}

function monthly(rows: QueryResult['rows'], names = ['sold_on', 'sum_amount']): QueryResult {
  const columns = names.map((name) => ({
    name,
    type: name === 'sold_on' ? ('date' as const) : name === 'city' ? ('text' as const) : ('decimal' as const),
  }));
  return aResult({ columns, rows });
}

function seriesOf(widget: Widget, result: QueryResult, coveredUntil?: string): LineSeries[] {
  const option = timeOption({
    widget,
    result,
    coveredUntil,
    colors: new SeriesColors([widget]),
    look: lookOf('light'),
  });
  return option.series as LineSeries[];
}

describe('figures over time', () => {
  it('leave a gap where a month has no rows', () => {
    const rows = [
      ['2024-01-01', 5],
      ['2024-03-01', 7],
    ];

    const [line] = seriesOf(aMonthly(), monthly(rows));

    expect(line?.data).toEqual([
      [JAN, 5],
      [FEB, null],
      [MAR, 7],
    ]);
    expect(line?.connectNulls).toBe(false);
  });

  it('dash the way into an incomplete last month', () => {
    const rows = [
      ['2024-01-01', 5],
      ['2024-02-01', 6],
      ['2024-03-01', 1],
    ];

    const lines = seriesOf(aMonthly({ options: { incompleteLast: true } }), monthly(rows));

    expect(lines.map(({ data }) => data)).toEqual([
      [
        [JAN, 5],
        [FEB, 6],
      ],
      [
        [FEB, 6],
        [MAR, 1],
      ],
    ]);
    expect(lines[1]?.lineStyle?.type).toEqual([4, 4]);
    expect(lines[1]?.name).toBe(lines[0]?.name);
  });

  it.each([
    ['2024-03-31', 1],
    ['2024-03-15', 2],
  ])('a filter until %s draws %d lines', (until, lines) => {
    const rows = [
      ['2024-02-01', 6],
      ['2024-03-01', 1],
    ];

    expect(seriesOf(aMonthly({ options: { incompleteLast: true } }), monthly(rows), until)).toHaveLength(lines);
  });

  it('keep the five largest series and add the rest up as other', () => {
    const query = {
      ...aMonthly().query,
      dimensions: [{ field: 'sold_on', grain: 'month' as const }, { field: 'city' }],
    };
    const rows = [1, 2, 3, 4, 5, 6, 7].map((size) => ['2024-01-01', `City ${size}`, size]);

    const lines = seriesOf(aMonthly({ query }), monthly(rows, ['sold_on', 'city', 'sum_amount']));

    expect(lines.map(({ name }) => name)).toEqual(['City 7', 'City 6', 'City 5', 'City 4', 'City 3', 'Other']);
    expect(lines.at(-1)?.data).toEqual([[JAN, 3]]);
    expect(lines.at(-1)?.color).toBe(lookOf('light').grey);
  });

  it('count a part without rows as nothing of a stacked whole', () => {
    const query = {
      ...aMonthly().query,
      dimensions: [{ field: 'sold_on', grain: 'month' as const }, { field: 'city' }],
    };
    const rows = [
      ['2024-01-01', 'Bern', 2],
      ['2024-01-01', 'Basel', 1],
      ['2024-03-01', 'Bern', 2],
    ];

    const areas = seriesOf(aMonthly({ type: 'area', query }), monthly(rows, ['sold_on', 'city', 'sum_amount']));

    expect(areas[1]?.data).toEqual([
      [JAN, 1],
      [FEB, null],
      [MAR, 0],
    ]);
  });
});
