import type { Filter, FilterData, Widget } from '#/api/types';
import { type FilterState, periodOf, valuesOf } from '#/features/dashboards/filters/filter-state';
import { formatDate, formatDateRange } from '#/ui/format/date';

/** The missing value has no word of its own. */
export function categoryWords(value: string): string {
  return value === '' ? 'Not given' : value;
}

/** The period and the filters that reach a widget, in words for its subtitle. */
export function filterWords(
  filters: readonly Filter[],
  state: FilterState,
  { query, type }: Pick<Widget, 'query' | 'type'>,
  data: readonly FilterData[],
): string[] {
  return filters
    .filter(({ table }) => table === query.table)
    .map(({ id, kind, label }) => {
      if (kind === 'category') {
        const values = valuesOf(state, id);
        return values.length === 0 ? '' : `${label}: ${values.map(categoryWords).join(', ')}`;
      }
      const { from, to } = periodOf(state, id);
      if (from !== undefined && to !== undefined) return formatDateRange(from, to);
      if (from !== undefined) return `from ${formatDate(from)}`;
      if (to !== undefined) return `until ${formatDate(to)}`;
      const { min, max } = data.find((each) => each.id === id) ?? {};
      const charted = type !== 'metric' && type !== 'table';
      return charted && min !== undefined && max !== undefined
        ? formatDateRange(min.slice(0, 10), max.slice(0, 10))
        : '';
    })
    .filter((words) => words !== '');
}

/** The last day that a date filter lets through, when there is data after it: the period around that day is cut. */
export function coveredUntil(
  filters: readonly Filter[],
  state: FilterState,
  data: readonly FilterData[],
): string | undefined {
  for (const { id, kind } of filters) {
    const { to } = kind === 'dateRange' ? periodOf(state, id) : {};
    const max = data.find((each) => each.id === id)?.max?.slice(0, 10);
    if (to !== undefined && max !== undefined && to < max) return to;
  }
  return undefined;
}
