import { queryOptions } from '@tanstack/react-query';
import { postAnonymously } from '#/api/client';
import type { PasswordCheck, PasswordCheckRequest } from '#/api/types';

/** What the server thinks of a password that is being typed. Nothing of it is kept once nobody looks. */
export const passwordCheck = (request: PasswordCheckRequest) =>
  queryOptions({
    queryKey: ['password-check', request],
    queryFn: ({ signal }) => postAnonymously<PasswordCheck>('/auth/password/check', request, signal),
    enabled: request.password !== '',
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
