import { Skeleton } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DashboardActions } from '#/features/dashboards/DashboardActions';
import { DashboardTiles } from '#/features/dashboards/DashboardTiles';
import { dashboardQueries } from '#/features/dashboards/dashboard-queries';
import { FilterBar } from '#/features/dashboards/filters/FilterBar';
import { knownOnly } from '#/features/dashboards/filters/filter-state';
import { useFilterState } from '#/features/dashboards/filters/use-filter-state';
import { Delayed } from '#/ui/Delayed';
import { EmptyState } from '#/ui/EmptyState';
import { ErrorState } from '#/ui/ErrorState';
import { formatCount } from '#/ui/format/number';
import { PageHeader } from '#/ui/PageHeader';
import { RelativeTime } from '#/ui/RelativeTime';

interface Props {
  id: string;
  /** Where the figures come from, in the words of whoever knows sources. */
  origin: (dataSourceId: string) => ReactNode;
  onDeleted: () => void;
}

export function DashboardView({ id, origin, onDeleted }: Props) {
  const [asked, setFilters] = useFilterState();
  const dashboard = useQuery(dashboardQueries.detail(id));
  const filters = dashboard.data === undefined ? asked : knownOnly(asked, dashboard.data.filters);
  const data = useQuery(dashboardQueries.data(id, filters));

  if (dashboard.isError) return <ErrorState error={dashboard.error} onRetry={() => dashboard.refetch()} />;
  if (dashboard.isPending) return <DashboardSkeleton />;

  const { name, widgets, dataSourceId, updatedAt, can } = dashboard.data;
  return (
    <>
      <PageHeader
        title={name}
        description={
          <>
            {formatCount(widgets.length)} tiles
            {dataSourceId !== undefined && <> · {origin(dataSourceId)}</>} · changed <RelativeTime moment={updatedAt} />
          </>
        }
        actions={(can.edit || can.delete) && <DashboardActions dashboard={dashboard.data} onDeleted={onDeleted} />}
      />
      <FilterBar
        filters={dashboard.data.filters}
        data={data.data?.filters ?? []}
        state={filters}
        onChange={setFilters}
      />
      {data.isError && <ErrorState error={data.error} onRetry={() => data.refetch()} />}
      {widgets.length === 0 && (
        <EmptyState icon={<IconChartBar size={22} />} title="This dashboard has no tiles">
          What was on it has been taken off. Add data to get a dashboard made for it.
        </EmptyState>
      )}
      {!data.isError && (
        <DashboardTiles
          dashboard={dashboard.data}
          data={data.data}
          stale={data.isPlaceholderData}
          filters={filters}
          onRetry={() => data.refetch()}
        />
      )}
    </>
  );
}

function DashboardSkeleton() {
  return (
    <div role="status" aria-label="Loading the dashboard">
      <Delayed>
        <Skeleton height={28} width={320} mb={8} />
        <Skeleton height={16} width={220} mb={28} />
        <Skeleton height={480} radius="md" />
      </Delayed>
    </div>
  );
}
