import type { Grain } from '#/ui/format/date';

/** No series on a screen needs more; beyond it gaps are left unfilled rather than memory filled. */
const MOST = 5000;

/** Start of the period after this one, in UTC. */
export function nextPeriod(time: number, grain: Grain): number {
  const date = new Date(time);
  switch (grain) {
    case 'minute':
      return time + 60_000;
    case 'hour':
      return time + 3_600_000;
    case 'day':
      return time + 86_400_000;
    case 'week':
      return time + 7 * 86_400_000;
    case 'month':
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
    case 'quarter':
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 3, 1);
    case 'year':
      return Date.UTC(date.getUTCFullYear() + 1, 0, 1);
  }
}

const DAY = 86_400_000;
const SHORTEST: Record<Grain, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
  month: 28 * DAY,
  quarter: 90 * DAY,
  year: 365 * DAY,
};

/** The length of the shortest period of a grain, in milliseconds: marks on an axis stand no closer. */
export function shortest(grain: Grain): number {
  return SHORTEST[grain];
}

/** All periods between the first and the last, those without rows included. */
export function everyPeriod(times: readonly number[], grain: Grain | undefined): number[] {
  const known = [...new Set(times)].sort((a, b) => a - b);
  const first = known[0];
  const last = known.at(-1);
  if (grain === undefined || first === undefined || last === undefined) return known;

  const all = new Set(known);
  for (let time = first; time < last && all.size < MOST; time = nextPeriod(time, grain)) all.add(time);
  return all.size < MOST ? [...all].sort((a, b) => a - b) : known;
}
