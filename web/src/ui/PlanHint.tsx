import { Anchor } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { titled } from '#/ui/format/word';
import classes from './PlanHint.module.css';

interface Props {
  /** As the subject of a sentence. */
  what: string;
  plan?: string | undefined;
  /** The cheapest plan that has it. */
  needed?: string | undefined;
}

/** What the plan leaves out is shown with the way to it, not hidden. */
export function PlanHint({ what, plan, needed }: Props) {
  const way =
    needed === undefined
      ? 'The owner of the organization can move to a plan that has it.'
      : `It comes with ${titled(needed)}, to which the owner of the organization can move.`;
  return (
    <p className={classes.hint} data-hint>
      <IconLock size={16} aria-hidden />
      <span>
        {what} is not part of {plan === undefined ? 'this plan' : `the ${plan} plan`}. {way}{' '}
        <Anchor component={Link} to="/settings/billing" fz="inherit">
          Compare plans
        </Anchor>
      </span>
    </p>
  );
}
