import type { Cell, Column } from '#/api/types';
import { formatDate, formatTimestamp } from '#/ui/format/date';
import { LOCALE } from '#/ui/format/locale';

const MAX_DECIMALS = 4;
/** Whole numbers that count nothing: a year is 2012, not 2,012. */
const PLAIN = /(^|[\s_-])(id|year|zip|zipcode|postcode|code|number|no|nr)$/i;

const BIG_INTEGER = /^-?\d{16,}$/;

export function isNumeric({ type }: Column): boolean {
  return type === 'integer' || type === 'decimal';
}

/** Writes the cells of one column alike: as many decimals in each as the most precise needs. */
export function cellFormatter(column: Column, values: readonly Cell[], locale = LOCALE): (cell: Cell) => string {
  if (column.type === 'date') return (cell) => formatDate(String(cell), locale);
  if (column.type === 'timestamp') return (cell) => formatTimestamp(String(cell), locale);
  if (column.type === 'boolean') return (cell) => (cell === true ? 'Yes' : 'No');
  if (!isNumeric(column)) return String;

  const digits = column.type === 'decimal' ? decimalsOf(values) : 0;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: !(column.type === 'integer' && PLAIN.test(column.name)),
  });
  return (cell) => {
    if (typeof cell === 'number') return format.format(cell);
    return isBigInteger(cell) ? format.format(BigInt(cell)) : String(cell);
  };
}

/** Integers that a number can't hold come as text. */
export function isBigInteger(cell: Cell): cell is string {
  return typeof cell === 'string' && BIG_INTEGER.test(cell);
}

function decimalsOf(values: readonly Cell[]): number {
  let most = 0;
  for (const value of values) {
    if (typeof value === 'number') most = Math.max(most, String(value).split('.')[1]?.length ?? 0);
    if (most >= MAX_DECIMALS) return MAX_DECIMALS;
  }
  return most;
}
