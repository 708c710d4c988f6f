import type { Condition, Filter, FilterData, Query } from '#/api/types';

export interface Period {
  from?: string;
  to?: string;
}

/** The filters that are set, in the words of the address and of the API alike: `<filter id>:<value>`, an empty value for what is missing. */
export type FilterState = readonly string[];

export function valuesOf(state: FilterState, filterId: string): string[] {
  const prefix = `${filterId}:`;
  return state.filter((entry) => entry.startsWith(prefix)).map((entry) => entry.slice(prefix.length));
}

export function withValues(state: FilterState, filterId: string, values: readonly string[]): string[] {
  const others = state.filter((entry) => !entry.startsWith(`${filterId}:`));
  return [...others, ...values.map((value) => `${filterId}:${value}`)];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function periodOf(state: FilterState, filterId: string): Period {
  const [from = '', to = ''] = (valuesOf(state, filterId)[0] ?? '').split('..');
  return { ...(DAY.test(from) ? { from } : {}), ...(DAY.test(to) ? { to } : {}) };
}

export function withPeriod(state: FilterState, filterId: string, { from = '', to = '' }: Period): string[] {
  return withValues(state, filterId, from === '' && to === '' ? [] : [`${from}..${to}`]);
}

/** Only what the dashboard has filters for: an old or mistyped address must not make every request fail. */
export function knownOnly(state: FilterState, filters: readonly Filter[]): string[] {
  return state.filter((entry) => filters.some(({ id }) => entry.startsWith(`${id}:`)));
}

/** A widget's query under the dashboard's filters, for a download of what is on the screen. */
export function filteredQuery(
  query: Query,
  filters: readonly Filter[],
  state: FilterState,
  offers: readonly FilterData[],
): Query {
  const conditions = filters
    .filter(({ table }) => table === query.table)
    .flatMap((filter) => conditionsOf(filter, state, offers));
  return { ...query, filters: [...(query.filters ?? []), ...conditions] };
}

function conditionsOf({ id, kind, field }: Filter, state: FilterState, offers: readonly FilterData[]): Condition[] {
  if (kind === 'category') {
    const missing = offers.find((offer) => offer.id === id)?.type === 'text' ? [null, ''] : [null];
    const values = valuesOf(state, id).flatMap((value) => (value === '' ? missing : [value]));
    return values.length === 0 ? [] : [{ field, operator: 'in', values }];
  }
  const { from, to } = periodOf(state, id);
  return [
    ...(from === undefined ? [] : [{ field, operator: 'greaterThanOrEquals' as const, values: [from] }]),
    // Before the day after: the whole last day, of timestamps too.
    ...(to === undefined ? [] : [{ field, operator: 'lessThan' as const, values: [shifted(to, 1)] }]),
  ];
}

/** A date so many days later. */
export function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
