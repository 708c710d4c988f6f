import { Alert, Button, NativeSelect, Skeleton, Tabs } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { DataSource } from '#/api/types';
import { ColumnsPanel } from '#/features/sources/ColumnsPanel';
import { RejectsPanel } from '#/features/sources/RejectsPanel';
import { RowsPanel } from '#/features/sources/RowsPanel';
import { SourceActions } from '#/features/sources/SourceActions';
import { SourceStatus } from '#/features/sources/SourceStatus';
import { FORMAT_NAMES, rowsOf } from '#/features/sources/source-facts';
import { sourceQueries } from '#/features/sources/source-queries';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { formatBytes, formatCount } from '#/ui/format/number';
import { PageHeader } from '#/ui/PageHeader';
import { RelativeTime } from '#/ui/RelativeTime';
import classes from './SourceView.module.css';

const SYNCING_LOOK_MILLIS = 1500;

export function SourceView({ id, onDeleted }: { id: string; onDeleted: () => void }) {
  const source = useQuery({
    ...sourceQueries.detail(id),
    refetchInterval: ({ state }) => (state.data?.status === 'syncing' ? SYNCING_LOOK_MILLIS : false),
  });

  if (source.isError) return <ErrorState error={source.error} onRetry={() => source.refetch()} />;
  if (source.isPending) {
    return (
      <div role="status" aria-label="Loading the data source">
        <Delayed>
          <Skeleton height={28} width={280} mb={8} />
          <Skeleton height={16} width={340} mb={28} />
          <Skeleton height={420} />
        </Delayed>
      </div>
    );
  }

  const { name, dashboardId, status, statusReason } = source.data;
  return (
    <>
      <PageHeader
        title={name}
        description={<Summary source={source.data} />}
        actions={
          <>
            {dashboardId !== undefined && (
              <Button component={Link} to={`/dashboards/${dashboardId}`} leftSection={<IconChartBar size={16} />}>
                Open dashboard
              </Button>
            )}
            <SourceActions source={source.data} onDeleted={onDeleted} />
          </>
        }
      />
      {status === 'error' && (
        <Alert color="red" title="The last load failed" mb="md" role="alert">
          {statusReason ?? 'The file could not be read.'} What was loaded before is still here. Replace the file to try
          again.
        </Alert>
      )}
      <SourceTabs source={source.data} />
    </>
  );
}

function Summary({ source }: { source: DataSource }) {
  const { tables, format, bytes, fileName, lastSyncedAt, createdAt } = source;
  const parts = [
    FORMAT_NAMES[format],
    formatBytes(bytes),
    `${formatCount(rowsOf(source))} rows`,
    ...(tables.length > 1 ? [`${formatCount(tables.length)} tables`] : []),
  ];
  return (
    <span className={classes.summary}>
      <SourceStatus source={source} />
      <span title={fileName}>{parts.join(' · ')}</span>
      <span>
        loaded <RelativeTime moment={lastSyncedAt ?? createdAt} />
      </span>
    </span>
  );
}

function SourceTabs({ source }: { source: DataSource }) {
  const [parameters, setParameters] = useSearchParams();
  const statistics = useQuery(sourceQueries.statistics(source.id));
  const table = source.tables.find(({ name }) => name === parameters.get('table')) ?? source.tables[0];
  const figures = statistics.data?.tables.find(({ name }) => name === table?.name);
  const rejected = figures?.rejectedCells ?? 0;
  const asked = parameters.get('tab') ?? 'columns';
  const tab =
    ['columns', 'rows', 'rejects'].includes(asked) && (asked !== 'rejects' || rejected > 0) ? asked : 'columns';

  const show = (name: string, value: string) =>
    setParameters((before) => {
      const after = new URLSearchParams(before);
      after.set(name, value);
      return after;
    });

  if (table === undefined) return null;
  return (
    <Tabs value={tab} onChange={(next) => next !== null && show('tab', next)} keepMounted={false}>
      <div className={classes.tabs}>
        <Tabs.List className={classes.tabList ?? ''}>
          <CountedTab value="columns" label="Columns" count={table.columns.length} />
          <CountedTab value="rows" label="Rows" count={table.rows} />
          {rejected > 0 && <CountedTab value="rejects" label="Unreadable cells" count={rejected} />}
        </Tabs.List>
        {source.tables.length > 1 && (
          <NativeSelect
            aria-label="Table"
            size="xs"
            value={table.name}
            data={source.tables.map(({ name }) => name)}
            onChange={(event) => show('table', event.currentTarget.value)}
          />
        )}
      </div>
      <Tabs.Panel value="columns">
        <ColumnsPanel query={statistics} table={figures} />
      </Tabs.Panel>
      <Tabs.Panel value="rows">
        <RowsPanel sourceId={source.id} table={table.name} rows={table.rows} />
      </Tabs.Panel>
      <Tabs.Panel value="rejects">{figures !== undefined && <RejectsPanel table={figures} />}</Tabs.Panel>
    </Tabs>
  );
}

function CountedTab({ value, label, count }: { value: string; label: string; count: number }) {
  return (
    <Tabs.Tab value={value}>
      {label} <span className={classes.count}>{formatCount(count)}</span>
    </Tabs.Tab>
  );
}
