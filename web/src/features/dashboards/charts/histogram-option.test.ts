import { expect, it } from 'vitest';
import { everyBin } from '#/features/dashboards/charts/histogram-option';
import { everyPeriod } from '#/features/dashboards/charts/periods';

it('counts none where a bin has no rows', () => {
  const bins = everyBin(
    new Map([
      [0, 4],
      [30, 1],
    ]),
    10,
  );

  expect(bins.map(({ from, count }) => [from, count])).toEqual([
    [0, 4],
    [10, 0],
    [20, 0],
    [30, 1],
  ]);
});

it('finds bins whose bounds are no exact fractions', () => {
  const bins = everyBin(
    new Map([
      [0.1, 1],
      [0.30000000000000004, 2],
    ]),
    0.1,
  );

  expect(bins.map(({ count }) => count)).toEqual([1, 0, 2]);
});

it('does not fill memory for one far outlier', () => {
  expect(
    everyBin(
      new Map([
        [0, 5],
        [1e9, 1],
      ]),
      1,
    ),
  ).toHaveLength(2);
  expect(everyPeriod([0, Date.parse('2024-01-01')], 'minute')).toHaveLength(2);
});
