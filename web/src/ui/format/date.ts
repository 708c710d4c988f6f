import { LOCALE } from '#/ui/format/locale';

export type Grain = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const MINUTE: Intl.DateTimeFormatOptions = { ...DAY, hour: 'numeric', minute: '2-digit' };

/* Dates in data carry no zone: they are read and written as UTC, so that nobody's clock shifts a day. */

export function formatDate(date: string | number, locale = LOCALE): string {
  return utc(date, DAY, locale);
}

export function formatTimestamp(date: string | number, locale = LOCALE): string {
  return utc(date, MINUTE, locale);
}

/** One period of a series: “Mar 2024”, “Q1 2024”. */
export function formatPeriod(date: string | number, grain: Grain | undefined, locale = LOCALE): string {
  switch (grain) {
    case 'year':
      return utc(date, { year: 'numeric' }, locale);
    case 'quarter':
      return `Q${Math.floor(new Date(date).getUTCMonth() / 3) + 1} ${utc(date, { year: 'numeric' }, locale)}`;
    case 'month':
      return utc(date, { month: 'short', year: 'numeric' }, locale);
    case 'week':
      return `Week of ${utc(date, DAY, locale)}`;
    case 'hour':
    case 'minute':
      return utc(date, MINUTE, locale);
    case 'day':
    case undefined:
      return utc(date, DAY, locale);
  }
}

/** “1 Jan – 31 Mar 2024”, with what both share said once. */
export function formatDateRange(from: string, to: string, locale = LOCALE): string {
  return new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' }).formatRange(new Date(from), new Date(to));
}

/** A tick tells only what changed since the tick before. */
export function formatTick(time: number, locale = LOCALE): string {
  const date = new Date(time);
  if (date.getUTCHours() !== 0 || date.getUTCMinutes() !== 0)
    return utc(time, { hour: 'numeric', minute: '2-digit' }, locale);
  if (date.getUTCDate() !== 1) return utc(time, { day: 'numeric', month: 'short' }, locale);
  if (date.getUTCMonth() !== 0) return utc(time, { month: 'short' }, locale);
  return utc(time, { year: 'numeric' }, locale);
}

/** A moment of ours, in the reader's own zone. */
export function formatMoment(moment: string, locale = LOCALE): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

export function formatRelative(moment: string, now = Date.now(), locale = LOCALE): string {
  const seconds = (Date.parse(moment) - now) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit);
  }
  return format.format(0, 'second');
}

function utc(date: string | number, options: Intl.DateTimeFormatOptions, locale: string): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(date));
}
