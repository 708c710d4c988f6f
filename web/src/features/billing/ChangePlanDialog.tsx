import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { planQuery, usageQuery } from '#/api/plan';
import type { PlanFacts, PlanState } from '#/api/types';
import { billingQueries } from '#/features/billing/billing-queries';
import { gains, losses, price } from '#/features/billing/plan-words';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { titled } from '#/ui/format/word';
import { toastDone } from '#/ui/toast';
import classes from './ChangePlanDialog.module.css';

interface Props {
  state: PlanState;
  to: PlanFacts;
  onClose: () => void;
}

/** Says what another plan brings and what it takes away, before it does. */
export function ChangePlanDialog({ state, to, onClose }: Props) {
  const queries = useQueryClient();
  const usage = useQuery(usageQuery());
  const from = state.plans.find(({ name }) => name === state.plan) ?? to;
  const brings = gains(from, to);
  const takes = losses(from, to, usage.data ?? []);

  const settle = (changed: PlanState) => {
    queries.setQueryData(planQuery().queryKey, changed);
    toastDone(
      changed.plan === to.name
        ? `The organization is on the ${titled(changed.plan)} plan`
        : `The ${titled(changed.plan)} plan stays until the end of what is paid`,
    );
    onClose();
    // Much of what pages show depends on the plan.
    void queries.invalidateQueries();
  };
  const pays = state.provider === 'stripe' && to.priceUsd > 0;
  const change = useMutation({ ...billingQueries.change(), onSuccess: settle });
  const checkout = useMutation(billingQueries.checkOut());
  const act = pays ? checkout : change;

  return (
    <Modal
      opened
      onClose={onClose}
      stackId="change-plan"
      title={`Change to ${titled(to.name)}?`}
      size={480}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        <p>{costs(state, to)}</p>
        {brings.length > 0 && (
          <div>
            <p className={classes.heading}>You get</p>
            <Sentences sentences={brings} />
          </div>
        )}
        {takes.length > 0 && (
          <div className={classes.lost}>
            <p className={classes.heading}>What changes for you</p>
            <Sentences sentences={takes} />
          </div>
        )}
        {act.error !== null && <FormAlert error={act.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <BusyButton busy={act.isPending} onClick={() => act.mutate(to.name)}>
            {pays ? 'Go to checkout' : `Change to ${titled(to.name)}`}
          </BusyButton>
        </Group>
      </Stack>
    </Modal>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className={classes.list}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function costs({ provider, can }: PlanState, to: PlanFacts): string {
  if (to.priceUsd === 0) {
    return can.manageBilling
      ? 'It is free. A plan that is paid stays until the end of what is paid. Nothing is deleted.'
      : 'It is free, and acts at once. Nothing is deleted.';
  }
  return provider === 'stripe'
    ? `It costs ${price(to)}. You pay at Stripe and come back here; it acts when it is paid.`
    : `It costs ${price(to)} by the price list; this server takes no payment. It acts at once.`;
}
