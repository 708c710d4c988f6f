import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Organization } from '#/api/types';
import { organizationQueries } from '#/features/organizations/organization-queries';
import { Banner } from '#/ui/Banner';
import { BusyButton } from '#/ui/BusyButton';
import { formatMoment } from '#/ui/format/date';
import { toastDone, toastFailure } from '#/ui/toast';

/** For the owner of an organization that is about to be deleted. */
export function ClosingBanner({ organization }: { organization: Organization }) {
  const queries = useQueryClient();
  const restore = useMutation({
    ...organizationQueries.restore(),
    onSuccess: () => {
      toastDone('The organization stays');
      return queries.invalidateQueries();
    },
    onError: (error) => toastFailure('It is still to be deleted', error),
  });
  if (organization.state !== 'closing') return null;
  return (
    <Banner
      tone="bad"
      actions={
        organization.can.delete && (
          <BusyButton variant="default" size="compact-sm" busy={restore.isPending} onClick={() => restore.mutate()}>
            Keep it
          </BusyButton>
        )
      }
    >
      <strong>{organization.name}</strong> will be deleted
      {organization.closesAt !== undefined && ` on ${formatMoment(organization.closesAt)}`}. Until then nobody but the
      owner can get in.
    </Banner>
  );
}
