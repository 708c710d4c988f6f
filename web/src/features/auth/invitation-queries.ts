import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { session } from '#/api/browser-session';
import { api, postAnonymously } from '#/api/client';
import type { InvitationLook, Tokens } from '#/api/types';

export interface NewPerson {
  password: string;
  firstName?: string;
  lastName?: string;
}

export const invitationQueries = {
  /** What an invitation is to, for who holds its link. */
  look: (token: string) =>
    queryOptions({
      queryKey: ['invitation', token],
      queryFn: ({ signal }) => postAnonymously<InvitationLook>('/auth/invitations/look', { token }, signal),
      gcTime: 0,
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
    }),

  /** Makes an account that belongs to the organization, and signs it in. */
  acceptAnew: (token: string) =>
    mutationOptions({
      mutationFn: async (person: NewPerson) =>
        session.begin(
          await postAnonymously<Tokens>('/auth/invitations/accept', { token, ...person, refreshTokenIn: 'cookie' }),
        ),
    }),

  /** In the name of whoever is signed in; the session goes on in the other organization. */
  accept: (token: string) =>
    mutationOptions({
      mutationFn: async () =>
        session.begin(
          await api.post<Tokens>('/auth/invitations/accept', { body: { token, refreshTokenIn: 'cookie' } }),
        ),
    }),
};
