import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '#/api/client';
import type { DataSource, DataSourceStatistics, Page, QueryResult, Sample } from '#/api/types';

const PAGE_SIZE = 50;

export const sourceQueries = {
  all: ['data-sources'] as const,

  list: () =>
    infiniteQueryOptions({
      queryKey: [...sourceQueries.all, 'list'],
      queryFn: ({ signal, pageParam }) =>
        api.get<Page<DataSource>>('/data-sources', { signal, query: { pageSize: PAGE_SIZE, pageToken: pageParam } }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextPageToken,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...sourceQueries.all, id],
      queryFn: ({ signal }) => api.get<DataSource>(`/data-sources/${id}`, { signal }),
    }),

  statistics: (id: string) =>
    queryOptions({
      queryKey: [...sourceQueries.all, id, 'statistics'],
      queryFn: ({ signal }) => api.get<DataSourceStatistics>(`/data-sources/${id}/statistics`, { signal }),
    }),

  rows: (id: string, table: string, limit: number) =>
    queryOptions({
      queryKey: [...sourceQueries.all, id, 'rows', table, limit],
      queryFn: ({ signal }) =>
        api.get<QueryResult>(`/data-sources/${id}/tables/${encodeURIComponent(table)}/rows`, {
          signal,
          query: { limit },
        }),
    }),

  samples: () =>
    queryOptions({
      queryKey: ['samples'],
      queryFn: ({ signal }) => api.get<{ items: Sample[] }>('/data-sources/samples', { signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};
