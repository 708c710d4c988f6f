import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '#/api/types';
import { PolicyForm } from '#/features/settings/organization/PolicyForm';
import { settingsQueries } from '#/features/settings/settings-queries';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';

export function PolicyPage({ me }: { me: Me }) {
  const policy = useQuery(settingsQueries.policy());
  if (policy.isPending) {
    return (
      <div role="status" aria-label="Loading the security policy">
        <Delayed>
          <Skeleton height={280} />
        </Delayed>
      </div>
    );
  }
  if (policy.isError) return <ErrorState error={policy.error} onRetry={() => policy.refetch()} />;
  return <PolicyForm me={me} policy={policy.data} />;
}
