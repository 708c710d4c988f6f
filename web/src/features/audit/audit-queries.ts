import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '#/api/client';
import type { AuditEvent, Page } from '#/api/types';
import { type AuditFilter, parametersOf } from '#/features/audit/audit-filter';

const PAGE_SIZE = 50;

export const auditQueries = {
  log: (filter: AuditFilter) =>
    infiniteQueryOptions({
      queryKey: ['audit', filter],
      queryFn: ({ signal, pageParam }) =>
        api.get<Page<AuditEvent>>('/audit-logs', {
          signal,
          query: { ...parametersOf(filter), pageSize: PAGE_SIZE, pageToken: pageParam },
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextPageToken,
    }),
};
