import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { session } from '#/api/browser-session';
import { ApiProblem } from '#/api/problem';
import { authQueries } from '#/features/auth/auth-queries';

/**
 * Refusals by which one learns that something about oneself has changed: a second factor is asked for first, a role holds less, the
 * organization is closed. What is known of the person is then out of date, and the page follows it.
 */
const NEWS = new Set(['MFA_ENROLMENT_REQUIRED', 'PERMISSION_DENIED', 'ORGANIZATION_DISABLED', 'ORGANIZATION_CLOSING']);

function notice(error: unknown): void {
  if (error instanceof ApiProblem && NEWS.has(error.code)) {
    void queryClient.invalidateQueries({ queryKey: authQueries.me().queryKey });
  }
}

/** What is known of the person is not asked for again because it was refused itself. */
function noticeBy(error: unknown, query: { queryKey: readonly unknown[] }): void {
  if (query.queryKey[0] !== authQueries.me().queryKey[0]) notice(error);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeBy }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays one; only a lost connection or an overloaded server is worth a second try.
      retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status < 500),
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
    // Passwords are among what mutations are given: none outlives its form.
    mutations: { retry: false, gcTime: 0 },
  },
});

let identity = session.identity;

/** What one account has loaded in one organization is gone before the next one looks, whichever tab the change came from. */
session.subscribe(() => {
  const out = session.state !== 'signed-in' && session.state !== 'unknown';
  if (out) queryClient.clear();
  else if (identity !== null && session.identity !== identity) {
    queryClient.removeQueries({ type: 'inactive' });
    void queryClient.resetQueries();
  }
  identity = session.identity;
});
