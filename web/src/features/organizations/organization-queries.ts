import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { session } from '#/api/browser-session';
import { api } from '#/api/client';
import type { Confirmation, Member, Organization, OwnOrganization, Page, Tokens } from '#/api/types';

const FEW = 20;

export const organizationQueries = {
  own: () =>
    queryOptions({
      queryKey: ['organizations'],
      queryFn: async ({ signal }) =>
        (await api.get<{ items: OwnOrganization[] }>('/me/organizations', { signal })).items,
      staleTime: 5 * 60_000,
    }),

  /** The present one. */
  present: () =>
    queryOptions({
      queryKey: ['organization'],
      queryFn: ({ signal }) => api.get<Organization>('/organization', { signal }),
    }),

  /** Members to choose from; a search narrows them down. */
  candidates: (search: string) =>
    infiniteQueryOptions({
      queryKey: ['organization', 'candidates', search],
      queryFn: ({ signal, pageParam }) =>
        api.get<Page<Member>>('/members', {
          signal,
          query: { pageSize: FEW, pageToken: pageParam, search: search === '' ? undefined : search },
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextPageToken,
    }),

  /** The tokens of the other organization end what was loaded of this one, in every tab. */
  switchTo: () =>
    mutationOptions({
      mutationFn: async (organizationId: string) =>
        session.begin(await api.post<Tokens>('/me/organization', { body: { organizationId } })),
    }),

  rename: () =>
    mutationOptions({ mutationFn: (name: string) => api.patch<Organization>('/organization', { body: { name } }) }),

  transfer: () =>
    mutationOptions({
      mutationFn: (body: Confirmation & { memberId: string }) => api.post('/organization/transfer', { body }),
    }),

  /** Withdraws it for who made it, declines it for who was named. */
  endTransfer: () => mutationOptions({ mutationFn: () => api.delete('/organization/transfer') }),

  close: () =>
    mutationOptions({
      mutationFn: (body: Confirmation & { name: string }) => api.delete('/organization', { body }),
    }),

  restore: () => mutationOptions({ mutationFn: () => api.post<Organization>('/organization/restore') }),
};
