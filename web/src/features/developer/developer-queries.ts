import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { api } from '#/api/client';
import type { ApiKey, ApiKeyRequest, Page, PermissionFacts } from '#/api/types';

const PAGE_SIZE = 50;

export const developerQueries = {
  keys: () =>
    infiniteQueryOptions({
      queryKey: ['api-keys'],
      queryFn: ({ signal, pageParam }) =>
        api.get<Page<ApiKey>>('/api-keys', { signal, query: { pageSize: PAGE_SIZE, pageToken: pageParam } }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextPageToken,
    }),

  permissions: () =>
    queryOptions({
      queryKey: ['permissions'],
      queryFn: async ({ signal }) => (await api.get<{ items: PermissionFacts[] }>('/permissions', { signal })).items,
      staleTime: Number.POSITIVE_INFINITY,
    }),

  create: () =>
    mutationOptions({
      mutationFn: (body: ApiKeyRequest) => api.post<ApiKey>('/api-keys', { body }),
      // The answer holds the key: it goes when the dialog does.
      gcTime: 0,
    }),
};
