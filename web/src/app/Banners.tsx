import { useQuery } from '@tanstack/react-query';
import { PaymentBanner } from '#/features/billing/PaymentBanner';
import { TrialBanner } from '#/features/billing/TrialBanner';
import { ClosingBanner } from '#/features/organizations/banners/ClosingBanner';
import { TransferBanner } from '#/features/organizations/banners/TransferBanner';
import { organizationQueries } from '#/features/organizations/organization-queries';

/** What is to be known of the organization wherever one is. Whoever can't be told of it is not disturbed. */
export function Banners() {
  const organization = useQuery(organizationQueries.present()).data;
  return (
    <>
      {organization !== undefined && (
        <>
          <ClosingBanner organization={organization} />
          <TransferBanner organization={organization} />
        </>
      )}
      <PaymentBanner />
      <TrialBanner />
    </>
  );
}
