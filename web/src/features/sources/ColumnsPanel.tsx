import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ColumnStatistics, TableStatistics } from '#/api/types';
import { rangeText, TYPE_NAMES } from '#/features/sources/column-facts';
import { Distribution } from '#/features/sources/Distribution';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { formatCount, formatShare } from '#/ui/format/number';
import classes from './ColumnsPanel.module.css';

/** The schema, with what each column holds. */
export function ColumnsPanel({ query, table }: { query: UseQueryResult; table: TableStatistics | undefined }) {
  if (query.isError) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending || table === undefined) {
    return (
      <div role="status" aria-label="Loading columns">
        <Delayed>
          <div className={classes.box}>
            {['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
              <div className={classes.waiting} key={row}>
                <Skeleton height={14} width={96} />
                <Skeleton height={32} width={180} />
              </div>
            ))}
          </div>
        </Delayed>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.box} aria-label={`Columns of ${table.name}`} tabIndex={0}>
      <table className={classes.table} aria-label={`Columns of ${table.name}`}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">What it holds</th>
            <th scope="col" data-numeric>
              Filled
            </th>
            <th scope="col" data-numeric>
              Distinct
            </th>
            <th scope="col">Range</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <Row key={column.name} column={column} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ column }: { column: ColumnStatistics }) {
  const { name, type, count, nulls, distinct } = column;
  return (
    <tr>
      <th scope="row" className={classes.name}>
        <span>{name}</span>
        <span className={classes.type}>{TYPE_NAMES[type]}</span>
      </th>
      <td className={classes.distribution}>
        <Distribution column={column} />
      </td>
      <td data-numeric title={`${formatCount(nulls)} empty`}>
        {count === 0 ? '–' : formatShare(1 - nulls / count)}
      </td>
      <td data-numeric>{formatCount(distinct)}</td>
      <td className={classes.range}>{rangeText(column)}</td>
    </tr>
  );
}
