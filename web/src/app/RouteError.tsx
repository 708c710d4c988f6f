import { useRouteError } from 'react-router';
import { ErrorState } from '#/ui/ErrorState';

export function RouteError() {
  const error = useRouteError();
  return (
    <main>
      <ErrorState error={error} onRetry={() => window.location.reload()} />
    </main>
  );
}
