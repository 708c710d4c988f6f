import type { Cell, Column } from '#/api/types';
import { isBigInteger } from '#/ui/format/cell';

export interface Sorting {
  column: number;
  direction: 'asc' | 'desc';
}

/** A sorted copy; missing values come last either way. */
export function sorted(rows: readonly Cell[][], sorting: Sorting | null): readonly Cell[][] {
  if (sorting === null) return rows;
  const { column, direction } = sorting;
  const sign = direction === 'asc' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const a = left[column] ?? null;
    const b = right[column] ?? null;
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compare(a, b);
  });
}

function isWhole(cell: NonNullable<Cell>): cell is number | string {
  return Number.isInteger(cell) || isBigInteger(cell);
}

function compare(a: NonNullable<Cell>, b: NonNullable<Cell>): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (isWhole(a) && isWhole(b)) return Number(BigInt(a) - BigInt(b));
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}

const SAMPLE = 60;
const CHARACTER = 7.4;
const PADDING = 40;

/** Wide enough for what the first rows hold; fixed, so that scrolling moves no column. */
export function columnWidth(
  heading: string,
  rows: readonly Cell[][],
  at: number,
  write: (cell: NonNullable<Cell>) => string,
): number {
  let longest = heading.length;
  for (const row of rows.slice(0, SAMPLE)) {
    const cell = row[at] ?? null;
    if (cell !== null) longest = Math.max(longest, write(cell).length);
  }
  return Math.round(Math.min(300, Math.max(76, longest * CHARACTER + PADDING)));
}

/** For the clipboard and other programs: RFC 4180, with cells a spreadsheet would run made harmless. */
export function toCsv(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => row.map((cell) => cell ?? ''))];
  return lines.map((line) => line.map(csvCell).join(',')).join('\r\n');
}

function csvCell(cell: NonNullable<Cell>): string {
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
