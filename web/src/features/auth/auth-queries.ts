import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { session } from '#/api/browser-session';
import { api, postAnonymously } from '#/api/client';
import type { LoginRequest, Me, RegisterRequest, Tokens } from '#/api/types';

export const authQueries = {
  me: () =>
    queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => api.get<Me>('/me', { signal }), staleTime: 5 * 60_000 }),

  /** Asks once, at the start, whether the browser still holds a session. */
  resume: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: async () => {
        await session.token();
        return true;
      },
      retry: false,
      gcTime: 0,
    }),

  logIn: () =>
    mutationOptions({
      mutationFn: async (request: LoginRequest) => session.begin(await postAnonymously<Tokens>('/auth/login', request)),
    }),

  register: () =>
    mutationOptions({
      mutationFn: async (request: RegisterRequest) =>
        session.begin(await postAnonymously<Tokens>('/auth/register', request)),
    }),

  logOut: () => mutationOptions({ mutationFn: () => session.end() }),
};
