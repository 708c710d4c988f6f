import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { Cell, Column, QueryResult } from '#/api/types';
import { cellFormatter, isNumeric } from '#/ui/format/cell';
import { columnWidth, type Sorting, sorted } from '#/ui/table/table-model';
import classes from './ResultTable.module.css';

const ROW_HEIGHT = 32;
/** Fewer rows than this are cheaper to draw than to watch. */
const VIRTUAL_FROM = 100;

interface Props {
  label: string;
  result: Pick<QueryResult, 'columns' | 'rows'>;
  /** Writes a column's cells otherwise than its type says. */
  format?: (column: Column) => ((cell: Cell) => string) | undefined;
  /** What stands above a column, if not its name. */
  heading?: (column: Column) => string;
}

/** Rows in a frame that scrolls: sticky header, sorting, and only the rows in sight in the document. */
export function ResultTable({ label, result, format, heading = nameOf }: Props) {
  const { columns } = result;
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const rows = useMemo(() => sorted(result.rows, sorting), [result.rows, sorting]);
  const writers = useMemo(
    () =>
      columns.map(
        (column, at) =>
          format?.(column) ??
          cellFormatter(
            column,
            result.rows.slice(0, VIRTUAL_FROM).map((row) => row[at] ?? null),
          ),
      ),
    [columns, result.rows, format],
  );

  const frame = useRef<HTMLDivElement>(null);
  const virtual = rows.length > VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const first = virtual ? (items[0]?.index ?? 0) : 0;
  const end = virtual ? (items.at(-1)?.index ?? -1) + 1 : rows.length;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.frame} ref={frame} tabIndex={0} aria-label={label}>
      <table className={classes.table} aria-label={label} aria-rowcount={rows.length + 1}>
        <colgroup>
          {columns.map((column, at) => (
            <col
              key={column.name}
              style={{ width: columnWidth(heading(column), result.rows, at, writers[at] ?? String) }}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, at) => (
              <HeaderCell
                key={column.name}
                column={column}
                heading={heading(column)}
                direction={sorting?.column === at ? sorting.direction : null}
                onSort={() => setSorting((before) => nextSorting(before, at))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden style={{ height: first * ROW_HEIGHT }} />}
          {rows.slice(first, end).map((row, offset) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row's identity is its place
            <tr key={first + offset} aria-rowindex={first + offset + 2}>
              {columns.map((column, at) => {
                const cell = row[at] ?? null;
                const text = cell === null ? '' : (writers[at] ?? String)(cell);
                return (
                  <td
                    key={column.name}
                    data-numeric={isNumeric(column) || undefined}
                    title={text.length > 40 ? text : undefined}
                  >
                    {cell === null ? <span className={classes.missing}>–</span> : text}
                  </td>
                );
              })}
            </tr>
          ))}
          {end < rows.length && <tr aria-hidden style={{ height: (rows.length - end) * ROW_HEIGHT }} />}
        </tbody>
      </table>
    </section>
  );
}

function nameOf({ name }: Column): string {
  return name;
}

interface HeaderCellProps {
  column: Column;
  heading: string;
  direction: Sorting['direction'] | null;
  onSort: () => void;
}

function HeaderCell({ column, heading, direction, onSort }: HeaderCellProps) {
  const Arrow = direction === 'desc' ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      data-numeric={isNumeric(column) || undefined}
      aria-sort={direction === null ? 'none' : direction === 'asc' ? 'ascending' : 'descending'}
    >
      <UnstyledButton className={classes.sort} onClick={onSort} title={column.name}>
        <span className={classes.columnName}>{heading}</span>
        <Arrow size={12} aria-hidden data-off={direction === null || undefined} />
      </UnstyledButton>
    </th>
  );
}

function nextSorting(before: Sorting | null, column: number): Sorting | null {
  if (before?.column !== column) return { column, direction: 'asc' };
  return before.direction === 'asc' ? { column, direction: 'desc' } : null;
}
