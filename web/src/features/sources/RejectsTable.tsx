import { Table } from '@mantine/core';
import type { RejectedCell } from '#/api/types';
import { formatCount } from '#/ui/format/number';
import classes from './RejectsTable.module.css';

/** The cells that did not fit their column, where they stand and what they say. */
export function RejectsTable({ rejects }: { rejects: readonly RejectedCell[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.box} aria-label="Unreadable cells" tabIndex={0}>
      <Table className={classes.table ?? ''} verticalSpacing={6} horizontalSpacing={12}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" data-numeric>
              Row
            </Table.Th>
            <Table.Th scope="col">Column</Table.Th>
            <Table.Th scope="col">Text</Table.Th>
            <Table.Th scope="col">Why</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rejects.map(({ row, column, text, reason }) => (
            <Table.Tr key={`${row} ${column}`}>
              <Table.Td data-numeric>{row === 0 ? '–' : formatCount(row)}</Table.Td>
              <Table.Td>{column}</Table.Td>
              <Table.Td className={classes.text ?? ''}>{text}</Table.Td>
              <Table.Td>{reason}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
