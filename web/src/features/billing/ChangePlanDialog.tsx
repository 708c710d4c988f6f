import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlanState } from '#/api/access-types';
import { planQuery, usageQuery } from '#/api/plan';
import type { PlanFacts } from '#/api/types';
import { billingQueries, type PlanChange } from '#/features/billing/billing-queries';
import { gains, losses, price } from '#/features/billing/plan-words';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { titled } from '#/ui/format/word';
import { leaveFor } from '#/ui/leave';
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

  const settle = (change: PlanChange) => {
    if ('checkoutUrl' in change) {
      leaveFor(change.checkoutUrl);
      return;
    }
    queries.setQueryData(planQuery().queryKey, change);
    toastDone(`The organization is on the ${titled(change.plan)} plan`);
    onClose();
    // Much of what pages show depends on the plan.
    void queries.invalidateQueries();
  };
  const change = useMutation({ ...billingQueries.change(), onSuccess: settle });

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
        {change.error !== null && <FormAlert error={change.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <BusyButton busy={change.isPending} onClick={() => change.mutate(to.name)}>
            Change to {titled(to.name)}
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

function costs(state: PlanState, to: PlanFacts): string {
  if (to.priceUsd === 0) return 'It is free, and acts at once. Nothing is deleted.';
  return state.provider === 'stripe'
    ? `It costs ${price(to)}. The next page takes the payment; the plan changes once it is made.`
    : `It costs ${price(to)} by the price list; this server takes no payment. It acts at once.`;
}
