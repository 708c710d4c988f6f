import type { Cell, Column, Dimension, Measure, Query, QueryResult } from '#/api/types';
import { isBigInteger } from '#/ui/format/cell';

export interface DimensionRole {
  at: number;
  column: Column;
  dimension: Dimension;
}

export interface MeasureRole {
  at: number;
  column: Column;
  measure: Measure;
}

export interface Roles {
  dimensions: DimensionRole[];
  measures: MeasureRole[];
}

/** Which column of a result answers which part of its query. */
export function rolesOf(query: Query, { columns }: Pick<QueryResult, 'columns'>): Roles {
  const place = (name: string, otherwise: number) => {
    const at = columns.findIndex((column) => column.name === name);
    return at >= 0 ? at : otherwise;
  };
  const dimensions = query.dimensions ?? [];
  const measures = query.measures ?? [];
  return {
    dimensions: dimensions.flatMap((dimension, index) => {
      const at = place(dimension.as ?? dimension.field, index);
      const column = columns[at];
      return column === undefined ? [] : [{ at, column, dimension }];
    }),
    measures: measures.flatMap((measure, index) => {
      const at = place(measureName(measure), dimensions.length + index);
      const column = columns[at];
      return column === undefined ? [] : [{ at, column, measure }];
    }),
  };
}

function measureName({ as, function: name, field }: Measure): string {
  return as ?? (field === undefined ? name : `${name}_${field}`);
}

/** The parts of a sum or a count may be added up again; those of an average may not. */
export function isAdditive({ measure }: MeasureRole): boolean {
  return measure.function === 'sum' || measure.function === 'count';
}

/** Counts are whole: an axis with half a row on it says nothing. */
export function isCount({ measure }: MeasureRole): boolean {
  return measure.function === 'count' || measure.function === 'distinctCount';
}

export function isTime({ column }: DimensionRole): boolean {
  return column.type === 'date' || column.type === 'timestamp';
}

const FUNCTION_WORDS: Record<Measure['function'], string> = {
  sum: 'Total',
  average: 'Average',
  count: 'Count of',
  min: 'Lowest',
  max: 'Highest',
  median: 'Median',
  distinctCount: 'Distinct',
};

/** A measure in words: “Total revenue”. A unit that stands beside the figures is left out of the name. */
export function measureLabel({ measure }: MeasureRole, unit?: string): string {
  if (measure.field === undefined) return 'Rows';
  return `${FUNCTION_WORDS[measure.function]} ${words(measure.field, unit)}`;
}

export function words(field: string, unit = ''): string {
  const all = field.replace(/[_-]+/g, ' ').trim();
  const end = ` ${unit}`.toLocaleLowerCase();
  return unit !== '' && all.toLocaleLowerCase().endsWith(end) ? all.slice(0, -end.length) : all;
}

/** As it begins a line. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

export function numberAt(row: readonly Cell[], at: number): number | null {
  const cell = row[at] ?? null;
  // Near enough to be drawn.
  if (isBigInteger(cell)) return Number(cell);
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}

/** A category as text; rows without one are a group of their own. */
export function textAt(row: readonly Cell[], at: number): string {
  const cell = row[at] ?? null;
  if (cell === null) return 'Not given';
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  return cell === '' ? 'Empty' : String(cell);
}
