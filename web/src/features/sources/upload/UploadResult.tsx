import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DataSourceStatistics, Job } from '#/api/types';
import { RejectsTable } from '#/features/sources/RejectsTable';
import { sourceQueries } from '#/features/sources/source-queries';
import { ErrorState } from '#/ui/ErrorState';
import { formatCount } from '#/ui/format/number';
import { ResultTable } from '#/ui/table/ResultTable';
import classes from './UploadDialog.module.css';

const PREVIEW_ROWS = 20;

/** What became of the file, before the way on to its dashboard. */
export function UploadResult({ job, onClose }: { job: Job; onClose: () => void }) {
  const id = job.result?.dataSourceId ?? '';
  const dashboardId = job.result?.dashboardId;
  const statistics = useQuery({ ...sourceQueries.statistics(id), enabled: id !== '' });
  const table = statistics.data?.tables[0]?.name;
  const rows = useQuery({ ...sourceQueries.rows(id, table ?? '', PREVIEW_ROWS), enabled: table !== undefined });
  const rejects = statistics.data?.tables.flatMap((each) => each.rejects) ?? [];

  return (
    <>
      {statistics.isPending && <Skeleton height={320} />}
      {statistics.isError && <ErrorState error={statistics.error} onRetry={() => statistics.refetch()} />}
      {statistics.isSuccess && (
        <>
          <Figures statistics={statistics.data} />
          {rejects.length > 0 && (
            <>
              <h3 className={classes.heading}>Cells that could not be read were left empty</h3>
              <RejectsTable rejects={rejects.slice(0, 5)} />
            </>
          )}
          <h3 className={classes.heading}>First rows{table === undefined ? '' : ` of ${table}`}</h3>
          <div className={classes.rows}>
            {rows.isSuccess && <ResultTable label="First rows" result={rows.data} />}
            {rows.isPending && <Skeleton height={240} />}
            {rows.isError && <ErrorState compact error={rows.error} onRetry={() => rows.refetch()} />}
          </div>
        </>
      )}
      <div className={classes.buttons}>
        <Button component={Link} to={`/sources/${id}`} variant="default" onClick={onClose}>
          View source
        </Button>
        {dashboardId !== undefined && (
          <Button component={Link} to={`/dashboards/${dashboardId}`} onClick={onClose} data-autofocus>
            Open dashboard
          </Button>
        )}
      </div>
    </>
  );
}

function Figures({ statistics: { tables } }: { statistics: DataSourceStatistics }) {
  const total = (of: (table: DataSourceStatistics['tables'][number]) => number) =>
    formatCount(tables.reduce((sum, table) => sum + of(table), 0));
  const figures: [string, string][] = [
    ...(tables.length > 1 ? [['Tables', formatCount(tables.length)] as [string, string]] : []),
    ['Rows', total(({ rows }) => rows)],
    ['Columns', total(({ columns }) => columns.length)],
    ['Unreadable cells', total(({ rejectedCells }) => rejectedCells)],
  ];
  return (
    <dl className={classes.figures}>
      {figures.map(([label, value]) => (
        <div className={classes.figure} key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
