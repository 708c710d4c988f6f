import type { QueryResult } from '#/api/types';
import {
  type DimensionRole,
  type MeasureRole,
  measureLabel,
  numberAt,
  type Roles,
  textAt,
} from '#/features/dashboards/charts/roles';

export const OTHER = 'Other';

export const MEASURES = 'measures';

/** Colours are given within a group: the measures, or the values of one field. */
export interface SeriesKey {
  group: string;
  name: string;
}

export interface Series {
  /** What its colour is remembered by, over all widgets of the dashboard. */
  key: SeriesKey;
  name: string;
  values: Map<number | string, number | null>;
}

/** One series a measure or, with a second dimension, one a category. `x` tells where on the axis a row belongs. */
export function seriesOf(
  roles: Roles,
  result: QueryResult,
  x: (row: QueryResult['rows'][number]) => number | string,
  unit?: string,
): Series[] {
  const [, split] = roles.dimensions;
  const [measure] = roles.measures;
  if (split === undefined || measure === undefined) {
    return roles.measures.map((role) => ({
      key: measureKey(role),
      name: measureLabel(role, unit),
      values: new Map(result.rows.map((row) => [x(row), numberAt(row, role.at)])),
    }));
  }

  const byName = new Map<string, Series>();
  for (const row of result.rows) {
    const name = textAt(row, split.at);
    const series = byName.get(name) ?? { key: categoryKey(split, name), name, values: new Map() };
    series.values.set(x(row), numberAt(row, measure.at));
    byName.set(name, series);
  }
  return [...byName.values()];
}

/** The largest series, and the rest as one where parts may be added up. */
export function limitSeries(series: readonly Series[], most: number, additive: boolean): Series[] {
  const bySize = [...series].sort((a, b) => sizeOf(b) - sizeOf(a));
  if (bySize.length <= most) return bySize;
  const kept = bySize.slice(0, additive ? most - 1 : most);
  if (!additive) return kept;

  const other: Series = { key: { group: OTHER, name: OTHER }, name: OTHER, values: new Map() };
  for (const { values } of bySize.slice(most - 1)) {
    for (const [at, value] of values) {
      if (value !== null) other.values.set(at, (other.values.get(at) ?? 0) + value);
    }
  }
  return [...kept, other];
}

function sizeOf({ values }: Series): number {
  let size = 0;
  for (const value of values.values()) size += Math.abs(value ?? 0);
  return size;
}

export function measureKey({ measure }: MeasureRole): SeriesKey {
  return { group: MEASURES, name: `${measure.function} ${measure.field ?? ''}` };
}

export function categoryKey({ dimension }: DimensionRole, name: string): SeriesKey {
  return { group: `by ${dimension.field}`, name };
}
