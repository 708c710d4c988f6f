import { QueryClient } from '@tanstack/react-query';
import { session } from '#/api/browser-session';
import { ApiProblem } from '#/api/problem';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays one; only a lost connection or an overloaded server is worth a second try.
      retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status < 500),
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
    mutations: { retry: false },
  },
});

let identity = session.identity;

/** What one account has loaded is gone before the next one looks, whichever tab the change came from. */
session.subscribe(() => {
  const out = session.state === 'signed-out' || session.state === 'expired';
  if (out || (identity !== null && session.identity !== identity)) queryClient.clear();
  identity = session.identity;
});
