import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { meQuery } from '#/api/me';
import { ApiProblem } from '#/api/problem';

const OrganizationClosed = lazy(async () => ({
  default: (await import('#/app/OrganizationClosed')).OrganizationClosed,
}));

/** Keeps out of an organization whose doors are closed to one, and says why. */
export function OrganizationGate({ children }: { children: ReactNode }) {
  const { error } = useQuery(meQuery());
  const code = error instanceof ApiProblem ? error.code : undefined;
  if (code !== 'ORGANIZATION_DISABLED' && code !== 'ORGANIZATION_CLOSING') return children;
  return (
    <Suspense>
      <OrganizationClosed reason={code} />
    </Suspense>
  );
}
