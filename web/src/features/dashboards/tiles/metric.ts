import type { QueryResult, Widget, WidgetData } from '#/api/types';
import { numberStyle } from '#/features/dashboards/charts/chart-context';
import { everyPeriod } from '#/features/dashboards/charts/periods';
import { isTime, numberAt, rolesOf } from '#/features/dashboards/charts/roles';
import { lastIsIncomplete } from '#/features/dashboards/charts/time-option';
import { cellFormatter, isNumeric } from '#/ui/format/cell';
import { formatDateRange } from '#/ui/format/date';
import { formatCompact, formatCount, formatShare } from '#/ui/format/number';

export interface Comparison {
  direction: 'up' | 'down' | 'same';
  text: string;
}

/** The one thing a metric says; null without any row behind it. */
export function figureOf(widget: Widget, result: QueryResult): string | null {
  const [first] = result.rows[0] ?? [];
  const [column] = result.columns;
  if (first === undefined || first === null || column === undefined) return null;
  const number = figure(result);
  if (number !== null) return formatCompact(number, numberStyle(widget));
  const span = spanOf(result);
  if (span === null) return cellFormatter(column, [first])(first);
  // A line may end after the dash, not within a date.
  return formatDateRange(span.from, span.to).replaceAll(/\s/g, '\u00a0').replace('–\u00a0', '– ');
}

/** How long a span of time is, in days. */
export function lengthOf(result: QueryResult): string | null {
  const span = spanOf(result);
  if (span === null) return null;
  const days = Math.round((Date.parse(span.to) - Date.parse(span.from)) / 86_400_000) + 1;
  return days === 1 ? '1 day' : `${formatCount(days)} days`;
}

function spanOf({ columns, rows }: QueryResult): { from: string; to: string } | null {
  const [from = null, to = null] = rows[0] ?? [];
  const [column, nextColumn] = columns;
  const time = column?.type === 'date' || column?.type === 'timestamp';
  if (!time || nextColumn?.type !== column.type || from === null || to === null) return null;
  return { from: String(from).slice(0, 10), to: String(to).slice(0, 10) };
}

/** Against the period of equal length before. */
export function comparisonOf({ result, comparison }: WidgetData): Comparison | null {
  const now = figure(result);
  const before = figure(comparison);
  if (now === null || before === null) return null;
  if (now === before) return { direction: 'same', text: 'Same as before' };
  const direction = now > before ? 'up' : 'down';
  const word = direction === 'up' ? 'more' : 'less';
  if (before === 0) return { direction, text: `${direction === 'up' ? 'Up' : 'Down'} from 0 before` };
  return { direction, text: `${formatShare(Math.abs((now - before) / before))} ${word} than before` };
}

export interface Trend {
  /** A gap where a period has no value. */
  values: (number | null)[];
  /** Whether the last period goes on beyond the data. */
  incomplete: boolean;
}

const NO_TREND: Trend = { values: [], incomplete: false };

/** The course behind the figure. */
export function trendOf(widget: Widget, result: QueryResult | undefined, coveredUntil?: string): Trend {
  const { trend } = widget;
  if (trend === undefined || result === undefined) return NO_TREND;
  const roles = rolesOf(trend, result);
  const [time] = roles.dimensions;
  const [measure] = roles.measures;
  if (time === undefined || measure === undefined || !isTime(time)) return NO_TREND;

  const values = new Map<number, number | null>();
  for (const row of result.rows) {
    if (row[time.at] !== null) values.set(Date.parse(String(row[time.at])), numberAt(row, measure.at));
  }
  const periods = everyPeriod([...values.keys()], time.dimension.grain);
  return {
    values: periods.map((at) => values.get(at) ?? null),
    incomplete: lastIsIncomplete({ widget, coveredUntil }, time, periods),
  };
}

function figure(result: QueryResult | undefined): number | null {
  const column = result?.columns[0];
  return column !== undefined && isNumeric(column) ? numberAt(result?.rows[0] ?? [], 0) : null;
}
