import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '#/api/types';
import { DangerSection } from '#/features/organizations/general/DangerSection';
import { LeaveSection } from '#/features/organizations/general/LeaveSection';
import { NameSection } from '#/features/organizations/general/NameSection';
import { organizationQueries } from '#/features/organizations/organization-queries';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';

export function GeneralPage({ me }: { me: Me }) {
  const organization = useQuery(organizationQueries.present());
  if (organization.isPending) {
    return (
      <div role="status" aria-label="Loading the organization">
        <Delayed>
          <Skeleton height={220} />
        </Delayed>
      </div>
    );
  }
  if (organization.isError) return <ErrorState error={organization.error} onRetry={() => organization.refetch()} />;
  return (
    <>
      <NameSection key={organization.data.name} organization={organization.data} />
      <DangerSection me={me} organization={organization.data} />
      {/* Whoever can hand it on owns it, and goes only after that. */}
      {!organization.data.can.transfer && <LeaveSection name={organization.data.name} />}
    </>
  );
}
