import { Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PlainTable.module.css';

export interface Column {
  label: string;
  numeric?: boolean;
  /** Left out on a phone; its cells carry `data-secondary` too. */
  secondary?: boolean;
  /** For who hears the table only: a column of buttons explains itself. */
  unseen?: boolean;
}

interface Props {
  label: string;
  columns: readonly Column[];
  /** Rows. */
  children: ReactNode;
}

/** A list whose rows hold what can be done to each. */
export function PlainTable({ label, columns, children }: Props) {
  return (
    <div className={classes.box}>
      <Table className={classes.table ?? ''} aria-label={label} verticalSpacing={9} horizontalSpacing={16}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th
                scope="col"
                key={column.label}
                data-numeric={column.numeric || undefined}
                data-secondary={column.secondary || undefined}
              >
                {column.unseen ? <VisuallyHidden>{column.label}</VisuallyHidden> : column.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </div>
  );
}
