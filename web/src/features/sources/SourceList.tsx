import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DataSource } from '#/api/types';
import { FormatIcon } from '#/features/sources/FormatIcon';
import { PausedBanner } from '#/features/sources/PausedBanner';
import { SourceStatus } from '#/features/sources/SourceStatus';
import { rowsOf } from '#/features/sources/source-facts';
import { sourceQueries } from '#/features/sources/source-queries';
import { ErrorState } from '#/ui/ErrorState';
import { formatBytes, formatCount } from '#/ui/format/number';
import { type LinkColumn, LinkTable } from '#/ui/LinkTable';
import { ListSkeleton } from '#/ui/ListSkeleton';
import { RelativeTime } from '#/ui/RelativeTime';
import { ShowMore } from '#/ui/ShowMore';

const COLUMNS: LinkColumn<DataSource>[] = [
  { label: 'Status', cell: (source) => <SourceStatus source={source} /> },
  { label: 'Tables', numeric: true, secondary: true, cell: ({ tables }) => formatCount(tables.length) },
  { label: 'Rows', numeric: true, secondary: true, cell: (source) => formatCount(rowsOf(source)) },
  { label: 'Size', numeric: true, secondary: true, cell: ({ bytes }) => formatBytes(bytes) },
  {
    label: 'Loaded',
    secondary: true,
    cell: ({ lastSyncedAt, createdAt }) => <RelativeTime moment={lastSyncedAt ?? createdAt} />,
  },
];

/** `empty` is shown to who has no source yet. */
export function SourceList({ empty }: { empty: ReactNode }) {
  const queries = useQueryClient();
  const list = useInfiniteQuery(sourceQueries.list());

  if (list.isPending) return <ListSkeleton label="Loading data sources" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => list.refetch()} />;
  const sources = list.data.pages.flatMap(({ items }) => items);
  if (sources.length === 0) return empty;

  return (
    <>
      <PausedBanner sources={sources} />
      <LinkTable
        label="Data sources"
        items={sources}
        keyOf={({ id }) => id}
        to={({ id }) => `/sources/${id}`}
        name={{ label: 'Name', of: ({ name }) => name, icon: ({ format }) => <FormatIcon format={format} /> }}
        columns={COLUMNS}
        onIntent={({ id }) => {
          void queries.prefetchQuery(sourceQueries.detail(id));
          void queries.prefetchQuery(sourceQueries.statistics(id));
        }}
      />
      <ShowMore list={list} />
    </>
  );
}
