import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sourceQueries } from '#/features/sources/source-queries';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { formatCount } from '#/ui/format/number';
import { ResultTable } from '#/ui/table/ResultTable';
import classes from './SourceView.module.css';

const PREVIEW_ROWS = 1000;

/** The first rows of a table as they were read. */
export function RowsPanel({ sourceId, table, rows }: { sourceId: string; table: string; rows: number }) {
  const preview = useQuery(sourceQueries.rows(sourceId, table, PREVIEW_ROWS));
  if (preview.isError) return <ErrorState error={preview.error} onRetry={() => preview.refetch()} />;
  return (
    <>
      <div className={classes.rows}>
        {preview.isPending && (
          <Delayed>
            <Skeleton height={420} />
          </Delayed>
        )}
        {preview.isSuccess && <ResultTable label={`Rows of ${table}`} result={preview.data} />}
      </div>
      {preview.isSuccess && preview.data.rows.length < rows && (
        <p className={classes.note}>
          The first {formatCount(preview.data.rows.length)} of {formatCount(rows)} rows.
        </p>
      )}
    </>
  );
}
