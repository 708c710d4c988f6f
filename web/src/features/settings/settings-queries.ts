import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { api } from '#/api/client';
import type {
  Activity,
  BackupCodes,
  EmailChange,
  Me,
  MeChange,
  Mfa,
  Page,
  Passkey,
  PasswordAndCode,
  PasswordChange,
  SecurityPolicy,
  SecurityPolicyChange,
  Session,
  TotpSetup,
} from '#/api/types';
import { type Json, makePasskey } from '#/api/web-authn';

const PAGE_SIZE = 25;

export const changeMe = (change: MeChange) => api.patch<Me>('/me', { body: change });

export const settingsQueries = {
  all: ['settings'] as const,

  sessions: () =>
    queryOptions({
      queryKey: [...settingsQueries.all, 'sessions'],
      queryFn: async ({ signal }) => (await api.get<{ items: Session[] }>('/me/sessions', { signal })).items,
    }),

  mfa: () =>
    queryOptions({
      queryKey: [...settingsQueries.all, 'mfa'],
      queryFn: ({ signal }) => api.get<Mfa>('/me/mfa', { signal }),
    }),

  passkeys: () =>
    queryOptions({
      queryKey: [...settingsQueries.all, 'passkeys'],
      queryFn: async ({ signal }) => (await api.get<{ items: Passkey[] }>('/me/passkeys', { signal })).items,
    }),

  activity: () =>
    infiniteQueryOptions({
      queryKey: [...settingsQueries.all, 'activity'],
      queryFn: ({ signal, pageParam }) =>
        api.get<Page<Activity>>('/me/activity', { signal, query: { pageSize: PAGE_SIZE, pageToken: pageParam } }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextPageToken,
    }),

  policy: () =>
    queryOptions({
      queryKey: [...settingsQueries.all, 'policy'],
      queryFn: ({ signal }) => api.get<SecurityPolicy>('/organization/security', { signal }),
    }),

  changeMe: () => mutationOptions({ mutationFn: changeMe }),

  changeEmail: () => mutationOptions({ mutationFn: (body: EmailChange) => api.post<void>('/me/email', { body }) }),

  verifyEmail: () =>
    mutationOptions({
      mutationFn: (body: { email: string; code: string }) => api.post<void>('/auth/email/verify', { body }),
    }),

  changePassword: () =>
    mutationOptions({ mutationFn: (body: PasswordChange) => api.post<void>('/me/password', { body }) }),

  changePolicy: () =>
    mutationOptions({
      mutationFn: (body: SecurityPolicyChange) => api.patch<SecurityPolicy>('/organization/security', { body }),
    }),

  beginTotp: () =>
    mutationOptions({ mutationFn: (password: string) => api.post<TotpSetup>('/me/mfa/totp', { body: { password } }) }),

  confirmTotp: () =>
    mutationOptions({
      mutationFn: async (code: string) =>
        (await api.post<BackupCodes>('/me/mfa/totp/confirm', { body: { code } })).backupCodes,
    }),

  renewBackupCodes: () =>
    mutationOptions({
      mutationFn: async (body: PasswordAndCode) =>
        (await api.post<BackupCodes>('/me/mfa/backup-codes', { body })).backupCodes,
    }),

  addPasskey: () =>
    mutationOptions({
      mutationFn: async (name: string) => {
        const options = await api.post<Json>('/me/passkeys/options');
        return api.post<Passkey>('/me/passkeys', { body: { name, credential: await makePasskey(options) } });
      },
    }),

  disableMfa: () => mutationOptions({ mutationFn: (body: PasswordAndCode) => api.delete('/me/mfa', { body }) }),
};
