import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '#/api/client';
import type { Me } from '#/api/types';

/** Who is signed in, in which organization, and what they may do there. */
export const meQuery = () =>
  queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => api.get<Me>('/me', { signal }) });

/** Whether a permission is held; not, until it is known. */
export function useMay(permission: string): boolean {
  return useQuery(meQuery()).data?.permissions.includes(permission) ?? false;
}
