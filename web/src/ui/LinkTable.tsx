import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Column, PlainTable } from '#/ui/PlainTable';
import classes from './LinkTable.module.css';

export interface LinkColumn<T> extends Column {
  cell: (item: T) => ReactNode;
}

interface Props<T> {
  label: string;
  items: readonly T[];
  /** The first column: what the row leads to. */
  name: { label: string; of: (item: T) => string; icon?: (item: T) => ReactNode };
  to: (item: T) => string;
  keyOf: (item: T) => string;
  columns: readonly LinkColumn<T>[];
  onIntent?: (item: T) => void;
}

/** A list of things to open; the whole row is the link. */
export function LinkTable<T>({ label, items, name, to, keyOf, columns, onIntent }: Props<T>) {
  return (
    <PlainTable label={label} columns={[{ label: name.label }, ...columns]}>
      {items.map((item) => (
        <Table.Tr key={keyOf(item)} className={classes.row ?? ''} onMouseEnter={() => onIntent?.(item)}>
          <Table.Td className={classes.nameCell ?? ''}>
            <Link className={classes.link} to={to(item)} onFocus={() => onIntent?.(item)}>
              {name.icon?.(item)}
              <span className={classes.name}>{name.of(item)}</span>
            </Link>
          </Table.Td>
          {columns.map((column) => (
            <Table.Td
              key={column.label}
              data-numeric={column.numeric || undefined}
              data-secondary={column.secondary || undefined}
            >
              {column.cell(item)}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </PlainTable>
  );
}
