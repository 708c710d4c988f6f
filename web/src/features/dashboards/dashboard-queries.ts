import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '#/api/client';
import type { Dashboard, DashboardData, DashboardSummary, Page } from '#/api/types';

const PAGE_SIZE = 50;

export const dashboardQueries = {
  all: ['dashboards'] as const,

  list: () =>
    infiniteQueryOptions({
      queryKey: [...dashboardQueries.all, 'list'],
      queryFn: ({ signal, pageParam }) =>
        api.get<Page<DashboardSummary>>('/dashboards', {
          signal,
          query: { pageSize: PAGE_SIZE, pageToken: pageParam },
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextPageToken,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...dashboardQueries.all, id],
      queryFn: ({ signal }) => api.get<Dashboard>(`/dashboards/${id}`, { signal }),
    }),

  /** Every widget in one request; while filters change, the figures before stay in place. */
  data: (id: string, filter: readonly string[]) =>
    queryOptions({
      queryKey: [...dashboardQueries.all, id, 'data', filter],
      queryFn: ({ signal }) => api.get<DashboardData>(`/dashboards/${id}/data`, { signal, query: { filter } }),
      placeholderData: (previous, query) => (query?.queryKey[1] === id ? previous : undefined),
    }),
};
