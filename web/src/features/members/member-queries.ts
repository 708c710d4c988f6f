import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { api } from '#/api/client';
import type { Invitation, InvitationOutcome, Member, Page, PermissionFacts, Role, RoleRequest } from '#/api/types';

const PAGE_SIZE = 50;
/** More roles than anybody keeps apart: one page holds them all. */
const ALL = 200;

export interface InvitationOrder {
  emails: string[];
  role: string;
  message?: string;
}

export const memberQueries = {
  all: ['members'] as const,

  list: (search: string) =>
    infiniteQueryOptions({
      queryKey: [...memberQueries.all, 'list', search],
      queryFn: ({ signal, pageParam }) =>
        api.get<Page<Member>>('/members', {
          signal,
          query: { pageSize: PAGE_SIZE, pageToken: pageParam, search: search === '' ? undefined : search },
        }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextPageToken,
    }),

  invitations: () =>
    infiniteQueryOptions({
      queryKey: [...memberQueries.all, 'invitations'],
      queryFn: ({ signal, pageParam }) =>
        api.get<Page<Invitation>>('/invitations', { signal, query: { pageSize: PAGE_SIZE, pageToken: pageParam } }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextPageToken,
    }),

  roles: () =>
    queryOptions({
      queryKey: [...memberQueries.all, 'roles'],
      queryFn: async ({ signal }) => (await api.get<Page<Role>>('/roles', { signal, query: { pageSize: ALL } })).items,
    }),

  permissions: () =>
    queryOptions({
      queryKey: ['permissions'],
      queryFn: async ({ signal }) => (await api.get<{ items: PermissionFacts[] }>('/permissions', { signal })).items,
      staleTime: Number.POSITIVE_INFINITY,
    }),

  /** One address or many; who was refused is told, and why. */
  invite: () =>
    mutationOptions({
      mutationFn: async ({ emails, ...others }: InvitationOrder): Promise<InvitationOutcome> => {
        const [email] = emails;
        if (emails.length > 1 || email === undefined) {
          return api.post<InvitationOutcome>('/invitations/bulk', { body: { emails, ...others } });
        }
        const created = await api.post<Invitation>('/invitations', { body: { email, ...others } });
        return { created: [created], refused: [] };
      },
    }),

  saveRole: (id: string | null) =>
    mutationOptions({
      mutationFn: (body: RoleRequest) =>
        id === null ? api.post<Role>('/roles', { body }) : api.patch<Role>(`/roles/${id}`, { body }),
    }),
};
