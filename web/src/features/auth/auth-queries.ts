import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { session } from '#/api/browser-session';
import { api, getAnonymously, getWith, postAnonymously } from '#/api/client';
import { meQuery } from '#/api/me';
import { ApiProblem } from '#/api/problem';
import type {
  Confirmation,
  EmailVerification,
  LoginRequest,
  Me,
  MfaChallenge,
  MfaRequest,
  PasswordReset,
  RegisterRequest,
  Registration,
  RegistrationMode,
  Tokens,
} from '#/api/types';
import { type Json, provePasskey } from '#/api/web-authn';

/** What a registration leads to. */
export type Registered = 'signed-in' | 'verification' | 'log-in';

export const authQueries = {
  me: meQuery,

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

  /** Signs in, or comes back with the second step. */
  logIn: () =>
    mutationOptions({
      mutationFn: async (request: Omit<LoginRequest, 'refreshTokenIn'>): Promise<MfaChallenge | null> => {
        const answer = await postAnonymously<Tokens | MfaChallenge>('/auth/login', {
          ...request,
          refreshTokenIn: 'cookie',
        });
        if ('mfaToken' in answer) return answer;
        session.begin(answer);
        return null;
      },
    }),

  logInWithCode: () =>
    mutationOptions({
      mutationFn: async (request: Omit<MfaRequest, 'refreshTokenIn'>) =>
        session.begin(await postAnonymously<Tokens>('/auth/mfa', { ...request, refreshTokenIn: 'cookie' })),
    }),

  /** Instead of a password; with a token, after one. */
  logInWithPasskey: () =>
    mutationOptions({
      mutationFn: async (mfaToken: string | undefined) => {
        const pending = mfaToken === undefined ? {} : { mfaToken };
        await beginWithPasskey(await provePasskey(await passkeyOptions(pending)), pending);
      },
    }),

  /** With the passkey that somebody has picked among the suggestions for their e-mail. */
  logInWithSuggestion: () => mutationOptions({ mutationFn: (credential: Json) => beginWithPasskey(credential) }),

  /** Who may register here. */
  registration: () =>
    queryOptions({
      queryKey: ['registration'],
      queryFn: ({ signal }) => getAnonymously<RegistrationMode>('/auth/registration', signal),
    }),

  register: () =>
    mutationOptions({
      mutationFn: async (request: RegisterRequest): Promise<Registered> => {
        const { verificationRequired, accessToken, expiresIn } = await postAnonymously<Registration>(
          '/auth/register',
          request,
        );
        if (verificationRequired === true || accessToken === undefined || expiresIn === undefined)
          return 'verification';
        // A taken e-mail is answered alike, with a token that opens nothing: only its owner is told, by mail.
        if (!(await opensSession(accessToken))) return 'log-in';
        session.begin({ accessToken, expiresIn });
        return 'signed-in';
      },
    }),

  verifyEmail: () =>
    mutationOptions({
      mutationFn: (request: EmailVerification) => postAnonymously<void>('/auth/email/verify', request),
    }),

  resendVerification: () =>
    mutationOptions({ mutationFn: (email: string) => postAnonymously<void>('/auth/email/resend', { email }) }),

  forgotPassword: () =>
    mutationOptions({ mutationFn: (email: string) => postAnonymously<void>('/auth/password/forgot', { email }) }),

  resetPassword: () =>
    mutationOptions({ mutationFn: (request: PasswordReset) => postAnonymously<void>('/auth/password/reset', request) }),

  /** Makes the session one that has just been confirmed. */
  stepUp: () =>
    mutationOptions({ mutationFn: (proof: Confirmation) => api.post<void>('/me/step-up', { body: proof }) }),

  logOut: () => mutationOptions({ mutationFn: () => session.end() }),
};

/** What an authenticator is to sign; good for five minutes. */
export function passkeyOptions(pending: { mfaToken?: string } = {}, signal?: AbortSignal): Promise<Json> {
  return postAnonymously<Json>('/auth/passkey/options', pending, signal);
}

async function beginWithPasskey(credential: Json, pending: { mfaToken?: string } = {}): Promise<void> {
  session.begin(await postAnonymously<Tokens>('/auth/passkey', { ...pending, credential, refreshTokenIn: 'cookie' }));
}

async function opensSession(accessToken: string): Promise<boolean> {
  try {
    await getWith<Me>(accessToken, '/me');
    return true;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return false;
    throw error;
  }
}
