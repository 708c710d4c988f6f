import { describe, expect, it } from 'vitest';
import { formatDateRange, formatPeriod, formatRelative, formatTick, type Grain } from '#/ui/format/date';

describe('a period', () => {
  it.each<[string, Grain | undefined, string]>([
    ['2024-01-01', 'year', '2024'],
    ['2024-11-01', 'quarter', 'Q4 2024'],
    ['2024-03-01', 'month', 'Mar 2024'],
    ['2024-03-04', 'week', 'Week of Mar 4, 2024'],
    ['2024-03-04', 'day', 'Mar 4, 2024'],
    ['2024-03-04', undefined, 'Mar 4, 2024'],
    ['2024-03-04T15:05:00Z', 'minute', 'Mar 4, 2024, 3:05 PM'],
  ])('%s by %s is %s', (date, grain, text) => {
    expect(formatPeriod(date, grain, 'en-US').replaceAll('\u202f', ' ')).toBe(text);
  });

  it('is the day of the data wherever the reader sits', () => {
    // The tests run in a zone west of Greenwich, where midnight UTC is the day before.
    expect(formatPeriod('2024-03-01', 'month', 'de-DE')).toBe('März 2024');
  });
});

it('says once what both ends of a range share', () => {
  const range = formatDateRange('2024-01-01', '2024-03-31', 'en-US');

  expect(range.replaceAll(/\s/gu, ' ')).toBe('Jan 1 – Mar 31, 2024');
});

it('labels a tick with what changes there', () => {
  const ticks = ['2024-01-01T00:00Z', '2024-04-01T00:00Z', '2024-04-09T00:00Z', '2024-04-09T16:30Z'].map(Date.parse);

  expect(ticks.map((tick) => formatTick(tick, 'en-GB'))).toEqual(['2024', 'Apr', '9 Apr', '16:30']);
});

it('tells time from now', () => {
  const now = Date.parse('2024-05-10T12:00:00Z');
  const moments = ['2024-05-10T11:59:40Z', '2024-05-10T11:55:00Z', '2024-05-09T12:00:00Z', '2023-05-01T00:00:00Z'];

  expect(moments.map((moment) => formatRelative(moment, now, 'en-US'))).toEqual([
    'now',
    '5 minutes ago',
    'yesterday',
    'last year',
  ]);
});
