import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useActivity } from '#/app/use-activity';
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
