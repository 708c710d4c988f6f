import { describe, expect, it } from 'vitest';
import type { ColumnType } from '#/api/types';
import {
  filteredQuery,
  knownOnly,
  periodOf,
  valuesOf,
  withPeriod,
  withValues,
} from '#/features/dashboards/filters/filter-state';
import { coveredUntil } from '#/features/dashboards/filters/filter-words';
import { presetsFor } from '#/features/dashboards/filters/presets';
import { aDashboard, aWidget, someData } from '#/testing/examples';

const { filters } = aDashboard();

describe('the filters of a dashboard', () => {
  it('are read from and written to the words of the address', () => {
    const state = withPeriod(withValues([], 'city', ['Bern', 'a:b']), 'period', {
      from: '2024-01-01',
      to: '2024-01-31',
    });

    expect(state).toEqual(['city:Bern', 'city:a:b', 'period:2024-01-01..2024-01-31']);
    expect(valuesOf(state, 'city')).toEqual(['Bern', 'a:b']);
    expect(periodOf(state, 'period')).toEqual({ from: '2024-01-01', to: '2024-01-31' });
    expect(withPeriod(state, 'period', {})).toEqual(['city:Bern', 'city:a:b']);
  });

  it.each([
    ['period:2024-01-01..', { from: '2024-01-01' }],
    ['period:..2024-01-31', { to: '2024-01-31' }],
    ['period:yesterday', {}],
    ['period:2024-1-1..x', {}],
  ])('%s means %o', (entry, period) => {
    expect(periodOf([entry], 'period')).toEqual(period);
  });

  it('drop what the dashboard does not know', () => {
    expect(knownOnly(['city:Bern', 'planet:Mars'], filters)).toEqual(['city:Bern']);
  });

  it('narrow a download as they narrow the screen, the last day whole', () => {
    const state = ['city:Bern', 'city:Basel', 'period:2024-01-01..2024-02-29'];

    expect(filteredQuery(aWidget().query, filters, state, []).filters).toEqual([
      { field: 'sold_on', operator: 'greaterThanOrEquals', values: ['2024-01-01'] },
      { field: 'sold_on', operator: 'lessThan', values: ['2024-03-01'] },
      { field: 'city', operator: 'in', values: ['Bern', 'Basel'] },
    ]);
    expect(filteredQuery({ ...aWidget().query, table: 'other' }, filters, state, []).filters).toEqual([]);
  });

  it('reach the rows without a value, and of texts the empty ones too', () => {
    const valuesFor = (type: ColumnType) => {
      const offers = [{ id: 'city', type, values: [{ value: '7', count: 2 }, { count: 1 }] }];
      return filteredQuery(aWidget().query, filters, ['city:'], offers).filters?.[0]?.values;
    };

    expect(valuesFor('text')).toEqual([null, '']);
    expect(valuesFor('integer')).toEqual([null]);
  });

  it('cut the period around their last day only if there is data after it', () => {
    const { filters: data } = someData();

    expect(coveredUntil(filters, ['period:2024-01-01..2024-02-15'], data)).toBe('2024-02-15');
    expect(coveredUntil(filters, ['period:2024-01-01..2024-12-31'], data)).toBeUndefined();
    expect(coveredUntil(filters, [], data)).toBeUndefined();
  });
});

describe('preset periods', () => {
  it('end where the data ends', () => {
    const presets = presetsFor('2014-06-01', '2015-12-31');

    expect(presets.map(({ label }) => label)).toEqual([
      'Last 7 days',
      'Last 30 days',
      'Last 90 days',
      'Last 12 months',
      '2015',
      '2014',
    ]);
    expect(presets[1]?.period).toEqual({ from: '2015-12-02', to: '2015-12-31' });
  });

  it('are none without data, and none longer than it', () => {
    expect(presetsFor(undefined, undefined)).toEqual([]);
    expect(presetsFor('2015-12-20', '2015-12-31').map(({ label }) => label)).toEqual(['Last 7 days']);
  });
});
