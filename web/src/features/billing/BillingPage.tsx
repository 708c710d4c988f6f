import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planQuery } from '#/api/plan';
import type { PlanFacts, PlanState } from '#/api/types';
import { ChangePlanDialog } from '#/features/billing/ChangePlanDialog';
import { Payments } from '#/features/billing/Payments';
import { PlanCard } from '#/features/billing/PlanCard';
import { featuresOf } from '#/features/billing/plan-words';
import { UsageBars } from '#/features/billing/UsageBars';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { titled } from '#/ui/format/word';
import { PageHeader } from '#/ui/PageHeader';
import classes from './BillingPage.module.css';

/** The plan, the others to compare it with, and how much of it is used. */
export function BillingPage() {
  const plan = useQuery(planQuery());
  return (
    <>
      <PageHeader
        title="Billing"
        description={plan.data === undefined ? 'The plan, and what is used of it.' : summary(plan.data)}
      />
      {plan.isPending && (
        <div role="status" aria-label="Loading the plans">
          <Delayed>
            <Skeleton height={420} mb={36} />
          </Delayed>
        </div>
      )}
      {plan.isError && <ErrorState error={plan.error} onRetry={() => plan.refetch()} />}
      {plan.isSuccess && <Plans state={plan.data} />}
      <UsageBars />
    </>
  );
}

function Plans({ state }: { state: PlanState }) {
  const [chosen, setChosen] = useState<PlanFacts | null>(null);
  const paid = state.provider === 'stripe' && state.can.change;
  const features = featuresOf(state.plans);
  return (
    <>
      {paid && <Payments state={state} />}
      {!state.can.change && <p className={classes.note}>The owner of the organization can change the plan.</p>}
      <ul className={classes.plans} aria-label="Plans">
        {state.plans.map((plan) => (
          <PlanCard
            key={plan.name}
            plan={plan}
            features={features}
            current={plan.name === state.plan}
            endsAt={state.trialEndsAt}
            onChoose={canChoose(plan, state) ? () => setChosen(plan) : undefined}
          />
        ))}
      </ul>
      {chosen !== null && <ChangePlanDialog state={state} to={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

/** A trial is had once, at the beginning. */
function canChoose(plan: PlanFacts, { plan: current, can }: PlanState): boolean {
  return can.change && plan.name !== current && plan.trialDays === 0;
}

function summary({ plan, provider }: PlanState): string {
  const paying = provider === 'manual' ? 'This server takes no payments.' : 'It is paid through Stripe.';
  return `The organization is on the ${titled(plan)} plan. ${paying}`;
}
