import type { Cell, QueryResult, Widget, WidgetData } from '#/api/types';
import { numberStyle } from '#/features/dashboards/charts/chart-context';
import { everyPeriod } from '#/features/dashboards/charts/periods';
import { isTime, numberAt, rolesOf } from '#/features/dashboards/charts/roles';
import { cellFormatter } from '#/ui/format/cell';
import { formatDateRange } from '#/ui/format/date';
import { formatCompact, formatShare } from '#/ui/format/number';

export interface Comparison {
  direction: 'up' | 'down' | 'same';
  text: string;
}

/** The one thing a metric says; null without any row behind it. */
export function figureOf(widget: Widget, result: QueryResult): string | null {
  const [first, second] = result.rows[0] ?? [];
  const [column, nextColumn] = result.columns;
  if (first === undefined || first === null || column === undefined) return null;
  if (typeof first === 'number') return formatCompact(first, numberStyle(widget));
  const date = column.type === 'date' || column.type === 'timestamp';
  if (date && second !== undefined && second !== null && nextColumn?.type === column.type) {
    return formatDateRange(String(first).slice(0, 10), String(second).slice(0, 10));
  }
  return cellFormatter(column, [first])(first);
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

/** The course behind the figure, a gap where a period has no value. */
export function trendOf({ trend }: Widget, result: QueryResult | undefined): (number | null)[] {
  if (trend === undefined || result === undefined) return [];
  const roles = rolesOf(trend, result);
  const [time] = roles.dimensions;
  const [measure] = roles.measures;
  if (time === undefined || measure === undefined || !isTime(time)) return [];

  const values = new Map<number, number | null>();
  for (const row of result.rows) {
    if (row[time.at] !== null) values.set(Date.parse(String(row[time.at])), numberAt(row, measure.at));
  }
  return everyPeriod([...values.keys()], time.dimension.grain).map((at) => values.get(at) ?? null);
}

function figure(result: QueryResult | undefined): number | null {
  const cell: Cell = result?.rows[0]?.[0] ?? null;
  return typeof cell === 'number' ? cell : null;
}
