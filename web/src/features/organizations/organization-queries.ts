import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { session } from '#/api/browser-session';
import { api } from '#/api/client';
import type { OwnOrganization, Tokens } from '#/api/types';

export const organizationQueries = {
  own: () =>
    queryOptions({
      queryKey: ['organizations'],
      queryFn: async ({ signal }) =>
        (await api.get<{ items: OwnOrganization[] }>('/me/organizations', { signal })).items,
      staleTime: 5 * 60_000,
    }),

  /** The tokens of the other organization end what was loaded of this one, in every tab. */
  switchTo: () =>
    mutationOptions({
      mutationFn: async (organizationId: string) =>
        session.begin(await api.post<Tokens>('/me/organization', { body: { organizationId } })),
    }),
};
