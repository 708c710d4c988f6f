import { expect, it } from 'vitest';
import { sorted, toCsv } from '#/ui/table/table-model';

const rows = [
  ['b', 2],
  ['a', null],
  ['c10', 10],
  ['c9', -1],
];

it('sorts numbers as numbers and puts missing values last either way', () => {
  expect(sorted(rows, { column: 1, direction: 'asc' }).map(([name]) => name)).toEqual(['c9', 'b', 'c10', 'a']);
  expect(sorted(rows, { column: 1, direction: 'desc' }).map(([name]) => name)).toEqual(['c10', 'b', 'c9', 'a']);
});

it('sorts text by its numbers and leaves the rows themselves alone', () => {
  expect(sorted(rows, { column: 0, direction: 'asc' }).map(([name]) => name)).toEqual(['a', 'b', 'c9', 'c10']);
  expect(rows[0]).toEqual(['b', 2]);
});

it('sorts integers that come as text by what they are', () => {
  const ids = [['9223372036854775807'], [12], ['-9223372036854775808'], ['9223372036854775806']];

  expect(sorted(ids, { column: 0, direction: 'asc' }).flat()).toEqual([
    '-9223372036854775808',
    12,
    '9223372036854775806',
    '9223372036854775807',
  ]);
});

it('quotes what CSV must quote and makes formulas harmless', () => {
  const csv = toCsv(
    [
      { name: 'a,b', type: 'text' },
      { name: 'n', type: 'integer' },
    ],
    [
      ['=1+1', -5],
      ['say "hi"', null],
    ],
  );

  expect(csv).toBe('"a,b",n\r\n\'=1+1,-5\r\n"say ""hi""",');
});
