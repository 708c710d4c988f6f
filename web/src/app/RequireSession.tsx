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
  useActivity();

  if (state === 'signed-in') return children;
  if (state === 'signed-out') return <Navigate to="/login" replace />;
  if (state === 'expired' || state === 'absent') {
    const here = location.pathname + location.search;
    return <Navigate to={here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`} replace />;
  }
  return resume.isError ? (
    <main>
      <ErrorState error={resume.error} onRetry={() => resume.refetch()} />
    </main>
  ) : null;
}

const ACTIVITY_MILLIS = 60_000;

/**
 * Who works without asking the server for anything is at work all the same: their doing renews the token when it is due, and with it the
 * session. After a sleep, the same tells at once when the session is over, better than at the next click.
 */
function useActivity() {
  useEffect(() => {
    let last = 0;
    const check = () => {
      if (session.state !== 'signed-in' || document.visibilityState !== 'visible') return;
      // A failure shows where data is next asked for.
      session.token().catch(() => undefined);
    };
    const act = ({ timeStamp }: Event) => {
      if (timeStamp - last < ACTIVITY_MILLIS) return;
      last = timeStamp;
      check();
    };
    document.addEventListener('visibilitychange', check);
    document.addEventListener('pointerdown', act);
    document.addEventListener('keydown', act);
    return () => {
      document.removeEventListener('visibilitychange', check);
      document.removeEventListener('pointerdown', act);
      document.removeEventListener('keydown', act);
    };
  }, []);
}
