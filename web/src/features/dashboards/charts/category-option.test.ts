import { describe, expect, it } from 'vitest';
import type { Widget } from '#/api/types';
import { categoryOption, topBars } from '#/features/dashboards/charts/category-option';
import { SeriesColors } from '#/features/dashboards/charts/colors';
import { pieOption } from '#/features/dashboards/charts/pie-option';
import { aResult, aWidget } from '#/testing/examples';
import { lookOf } from '#/ui/chart/look';

const look = lookOf('light');

function contextOf(widget: Widget, rows: (string | number | null)[][]) {
  return { widget, result: aResult({ rows }), colors: new SeriesColors([widget]), look };
}

describe('the largest categories', () => {
  const bars = [
    { name: 'c', value: 1 },
    { name: 'a', value: 9 },
    { name: 'b', value: 4 },
    { name: 'd', value: 2 },
  ];

  it('come first, and the rest adds up', () => {
    expect(topBars(bars, 2, true)).toEqual([
      { name: 'a', value: 9 },
      { name: 'b', value: 4 },
      { name: 'Other', value: 3 },
    ]);
  });

  it('stand alone where averages can’t be added', () => {
    expect(topBars(bars, 2, false).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('need no rest when all fit', () => {
    expect(topBars(bars, 4, true)).toHaveLength(4);
  });
});

describe('bars', () => {
  it('lie on their side, largest on top, one colour, other in grey', () => {
    const widget = aWidget({ options: { topN: 1 } });

    const option = categoryOption(
      contextOf(widget, [
        ['Basel', 3],
        ['Bern', 8],
        [null, 1],
      ]),
    );

    expect(option.yAxis).toMatchObject({ type: 'category', inverse: true, data: ['Bern', 'Other'] });
    expect(option.series).toMatchObject([
      {
        data: [
          { value: 8, itemStyle: { color: look.series[0] } },
          { value: 4, itemStyle: { color: look.grey } },
        ],
      },
    ]);
  });

  it('name the rows that belong to no category', () => {
    const option = categoryOption(
      contextOf(aWidget(), [
        [null, 3],
        ['', 2],
      ]),
    );

    expect(option.yAxis).toMatchObject({ data: ['Not given', 'Empty'] });
  });
});

describe('a pie', () => {
  it('shows five parts and the rest', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7].map((size) => [`City ${size}`, size]);

    const option = pieOption(contextOf(aWidget({ type: 'pie' }), rows));

    expect(option.series).toMatchObject([{ data: [{ name: 'City 7' }, {}, {}, {}, {}, { name: 'Other', value: 3 }] }]);
  });
});

describe('colours', () => {
  it('stay with a series on every widget, whichever is drawn first', () => {
    const colors = new SeriesColors([]);
    const bern = { group: 'by city', name: 'Bern' };
    const first = colors.of(bern, look);
    colors.of({ group: 'by city', name: 'Basel' }, look);

    expect(colors.of(bern, look)).toBe(first);
    expect(colors.of({ group: 'by city', name: 'Basel' }, look)).not.toBe(first);
  });
});
