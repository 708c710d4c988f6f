import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { session } from '#/api/browser-session';
import { ApiProblem } from '#/api/problem';
import { authQueries } from '#/features/auth/auth-queries';

/** The organization asks for a second factor first: what is known of the person is out of date, and the page follows it. */
function noticeEnrolment(error: unknown): void {
  if (error instanceof ApiProblem && error.code === 'MFA_ENROLMENT_REQUIRED') {
    void queryClient.invalidateQueries({ queryKey: authQueries.me().queryKey });
  }
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnrolment }),
  mutationCache: new MutationCache({ onError: noticeEnrolment }),
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
