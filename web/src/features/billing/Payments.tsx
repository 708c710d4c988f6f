import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { planQuery, usageQuery } from '#/api/plan';
import type { BillingState, PlanState } from '#/api/types';
import { billingQueries } from '#/features/billing/billing-queries';
import { BusyButton } from '#/ui/BusyButton';
import { ErrorState } from '#/ui/ErrorState';
import { FormAlert } from '#/ui/FormAlert';
import { formatMoment } from '#/ui/format/date';
import classes from './Payments.module.css';

/** Stripe tells the server of a payment within seconds. */
const LOOK_EACH_MILLIS = 2000;
const LOOK_FOR_MILLIS = 30_000;

/** How it stands with paying, and what came of a visit to the checkout. */
export function Payments({ state }: { state: PlanState }) {
  const [arrived] = useState(() => Date.now());
  const [search] = useSearchParams();
  const checkout = search.get('checkout');
  const refetchInterval = () =>
    checkout === 'done' && Date.now() - arrived < LOOK_FOR_MILLIS ? LOOK_EACH_MILLIS : false;
  const billing = useQuery({ ...billingQueries.present(), refetchInterval });
  useQuery({ ...planQuery(), refetchInterval });
  useQuery({ ...usageQuery(), refetchInterval });

  if (billing.isError) return <ErrorState compact error={billing.error} onRetry={() => billing.refetch()} />;
  if (billing.data === undefined) return null;
  return (
    <div className={classes.payments}>
      <div role="status">
        {checkout !== null && <p>{outcome(checkout, billing.data)}</p>}
        {periodOf(billing.data) !== null && <p>{periodOf(billing.data)}</p>}
      </div>
      {state.can.manageBilling && <ManageButton />}
    </div>
  );
}

/** Leads to the invoices and the ways to pay. */
export function ManageButton({ label = 'Manage billing' }: { label?: string }) {
  const manage = useMutation(billingQueries.manage());
  return (
    <>
      <BusyButton variant="default" busy={manage.isPending} onClick={() => manage.mutate()}>
        {label}
      </BusyButton>
      {manage.error !== null && <FormAlert error={manage.error} />}
    </>
  );
}

function outcome(checkout: string, { status }: BillingState): string {
  if (checkout !== 'done') return 'Nothing was paid, and the plan is as it was.';
  return status === 'active'
    ? 'Thank you: the payment is confirmed.'
    : 'The payment is being confirmed. The plan changes here as soon as it is.';
}

function periodOf({ status, periodEndsAt, endsWithPeriod }: BillingState): string | null {
  if (periodEndsAt === undefined || status !== 'active') return null;
  const moment = formatMoment(periodEndsAt);
  return endsWithPeriod ? `The plan is paid until ${moment} and then ends.` : `The plan renews ${moment}.`;
}
