import { type Period, shifted } from '#/features/dashboards/filters/filter-state';

interface Preset {
  label: string;
  period: Period;
}

const MOST_YEARS = 6;
const LAST: readonly [days: number, label: string][] = [
  [7, 'Last 7 days'],
  [30, 'Last 30 days'],
  [90, 'Last 90 days'],
  [365, 'Last 12 months'],
];

/** Periods worth a click. They end where the data ends: “last 30 days” of a file of 2015 lie in 2015. */
export function presetsFor(min: string | undefined, max: string | undefined): Preset[] {
  if (min === undefined || max === undefined) return [];
  const recent = LAST.map(([days, label]) => ({ label, period: { from: shifted(max, 1 - days), to: max } })).filter(
    ({ period }) => period.from > min,
  );
  const years: Preset[] = [];
  for (let year = Number(max.slice(0, 4)); year >= Number(min.slice(0, 4)) && years.length < MOST_YEARS; year -= 1) {
    years.push({ label: String(year), period: { from: `${year}-01-01`, to: `${year}-12-31` } });
  }
  return [...recent, ...(years.length > 1 ? years : [])];
}
