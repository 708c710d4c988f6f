import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { session } from '#/api/browser-session';
import { authQueries } from '#/features/auth/auth-queries';
import { useSessionState } from '#/features/auth/use-session';
import { ErrorState } from '#/ui/ErrorState';

/** Pages behind a log-in. A reload comes in without an access token and gets one by the cookie. */
export function RequireSession({ children }: { children: ReactNode }) {
  const state = useSessionState();
  const location = useLocation();
  const resume = useQuery({ ...authQueries.resume(), enabled: state === 'unknown' });
  useWakeUp();

  if (state === 'signed-in') return children;
  if (state === 'signed-out') return <Navigate to="/login" replace />;
  if (state === 'expired') {
    const here = location.pathname + location.search;
    return <Navigate to={here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`} replace />;
  }
  return resume.isError ? (
    <main>
      <ErrorState error={resume.error} onRetry={() => resume.refetch()} />
    </main>
  ) : null;
}

/** After a sleep the session may be over: better to say so at once than at the next click. */
function useWakeUp() {
  useEffect(() => {
    const check = () => {
      if (document.visibilityState === 'visible' && session.state === 'signed-in') {
        // A failure shows where data is next asked for.
        session.token().catch(() => undefined);
      }
    };
    document.addEventListener('visibilitychange', check);
    return () => document.removeEventListener('visibilitychange', check);
  }, []);
}
