import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { meQuery } from '#/api/me';

/** Leads who has to set up two-step verification first to where that is done. */
export function EnrolmentGate({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery());
  const { pathname, search } = useLocation();
  if (me.data?.mfaEnrolmentRequired === true) {
    return <Navigate to={`/two-step?next=${encodeURIComponent(pathname + search)}`} replace />;
  }
  return children;
}
