import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { ownPath } from '#/app/own-path';
import { authQueries } from '#/features/auth/auth-queries';
import { useSessionState } from '#/features/auth/use-session';

/** Who is signed in already, or has just signed in, goes on to where they wanted to be. */
export function SignedOutOnly({ children }: { children: ReactNode }) {
  const state = useSessionState();
  const [parameters] = useSearchParams();
  const resume = useQuery({ ...authQueries.resume(), enabled: state === 'unknown' });

  if (state === 'signed-in') return <Navigate to={ownPath(parameters.get('next'))} replace />;
  return resume.isPending && state === 'unknown' ? null : children;
}
