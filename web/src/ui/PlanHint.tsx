import { IconLock } from '@tabler/icons-react';
import classes from './PlanHint.module.css';

/** What the plan leaves out is shown with the way to it, not hidden. */
export function PlanHint({ what, plan }: { what: string; plan?: string | undefined }) {
  return (
    <p className={classes.hint}>
      <IconLock size={16} aria-hidden />
      <span>
        {what} is not part of {plan === undefined ? 'this plan' : `the ${plan} plan`}. The owner of the organization can
        move to a plan that has it.
      </span>
    </p>
  );
}
