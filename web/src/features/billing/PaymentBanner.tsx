import { useQuery } from '@tanstack/react-query';
import { planQuery } from '#/api/plan';
import { billingQueries } from '#/features/billing/billing-queries';
import { ManageButton } from '#/features/billing/Payments';
import { Banner } from '#/ui/Banner';

/** For who can see to it that a payment failed, as long as it is tried again. */
export function PaymentBanner() {
  const plan = useQuery(planQuery()).data;
  const enabled = plan?.provider === 'stripe' && plan.can.manageBilling;
  const billing = useQuery({ ...billingQueries.present(), enabled }).data;
  if (!enabled || billing?.status !== 'past_due') return null;
  return (
    <Banner tone="bad" actions={<ManageButton label="See to it" />}>
      The last payment for the plan failed. It is tried again for a while; then the organization moves to the free plan.
    </Banner>
  );
}
