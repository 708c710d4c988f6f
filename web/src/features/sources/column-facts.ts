import type { ColumnStatistics, ColumnType } from '#/api/types';
import { formatDateRange } from '#/ui/format/date';
import { formatNumber } from '#/ui/format/number';

export const TYPE_NAMES: Record<ColumnType, string> = {
  text: 'Text',
  integer: 'Whole number',
  decimal: 'Number',
  boolean: 'Yes or no',
  date: 'Date',
  timestamp: 'Date and time',
  time: 'Time',
};

/** From the lowest to the highest, with the mean of numbers. */
export function rangeText({ type, min, max, mean, span, count, nulls, distinct }: ColumnStatistics): string {
  if (type === 'text' || type === 'boolean') return '';
  if (span !== undefined) return formatDateRange(span.from.slice(0, 10), span.to.slice(0, 10));
  if (min === undefined || max === undefined) return '';
  // Decimals come as text, so that they come whole.
  if (type === 'integer' || type === 'decimal') {
    const range = `${formatNumber(Number(min))} to ${formatNumber(Number(max))}`;
    // The mean of what only numbers rows would mean nothing.
    const counts = distinct < count - nulls || type === 'decimal';
    return mean === undefined || !counts ? range : `${range}, mean ${formatNumber(mean)}`;
  }
  return `${min} to ${max}`;
}
