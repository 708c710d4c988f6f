import { IconChartBar } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DashboardSummary } from '#/api/types';
import { dashboardQueries } from '#/features/dashboards/dashboard-queries';
import { ErrorState } from '#/ui/ErrorState';
import { formatCount } from '#/ui/format/number';
import { type LinkColumn, LinkTable } from '#/ui/LinkTable';
import { ListSkeleton } from '#/ui/ListSkeleton';
import { RelativeTime } from '#/ui/RelativeTime';
import { ShowMore } from '#/ui/ShowMore';

const COLUMNS: LinkColumn<DashboardSummary>[] = [
  { label: 'Tiles', numeric: true, secondary: true, cell: ({ widgetCount }) => formatCount(widgetCount) },
  { label: 'Created', secondary: true, cell: ({ createdAt }) => <RelativeTime moment={createdAt} /> },
  { label: 'Changed', cell: ({ updatedAt }) => <RelativeTime moment={updatedAt} /> },
];

/** `empty` is shown to who has no dashboard yet. */
export function DashboardList({ empty }: { empty: ReactNode }) {
  const queries = useQueryClient();
  const list = useInfiniteQuery(dashboardQueries.list());

  if (list.isPending) return <ListSkeleton label="Loading dashboards" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => list.refetch()} />;
  const dashboards = list.data.pages.flatMap(({ items }) => items);
  if (dashboards.length === 0) return empty;

  return (
    <>
      <LinkTable
        label="Dashboards"
        items={dashboards}
        keyOf={({ id }) => id}
        to={({ id }) => `/dashboards/${id}`}
        name={{
          label: 'Name',
          of: ({ name }) => name,
          icon: () => <IconChartBar size={18} stroke={1.6} aria-hidden />,
        }}
        columns={COLUMNS}
        onIntent={({ id }) => {
          void queries.prefetchQuery(dashboardQueries.detail(id));
          void queries.prefetchQuery(dashboardQueries.data(id, []));
        }}
      />
      <ShowMore list={list} />
    </>
  );
}
