import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { meQuery } from '#/api/me';
import type { Me } from '#/api/types';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';

/** What needs to know who is signed in. */
export function WithMe({ children }: { children: (me: Me) => ReactNode }) {
  const me = useQuery(meQuery());
  if (me.isSuccess) return children(me.data);
  if (me.isError) return <ErrorState error={me.error} onRetry={() => me.refetch()} />;
  return (
    <div role="status" aria-label="Loading">
      <Delayed>
        <Skeleton height={212} />
      </Delayed>
    </div>
  );
}
