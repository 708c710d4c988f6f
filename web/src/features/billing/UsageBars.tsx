import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { usageQuery } from '#/api/plan';
import type { Usage } from '#/api/types';
import { amount, limitName } from '#/features/billing/plan-words';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { RelativeTime } from '#/ui/RelativeTime';
import { Section } from '#/ui/Section';
import classes from './UsageBars.module.css';

/** From here on somebody should think about it. */
const NEAR = 0.8;

/** How much of the plan is used up. */
export function UsageBars() {
  const usage = useQuery(usageQuery());
  return (
    <Section title="Usage" description="What is used of the plan.">
      {usage.isPending && (
        <div role="status" aria-label="Loading the usage">
          <Delayed>
            <Skeleton height={120} />
          </Delayed>
        </div>
      )}
      {usage.isError && <ErrorState compact error={usage.error} onRetry={() => usage.refetch()} />}
      {usage.isSuccess && (
        <ul className={classes.list}>
          {usage.data.map((each) => (
            <Bar key={each.limit} usage={each} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Bar({ usage: { limit, used, allowed, resetsAt } }: { usage: Usage }) {
  const share = allowed === 0 ? (used > 0 ? 1 : 0) : Math.min(1, used / allowed);
  const state = allowed > 0 && used >= allowed ? 'full' : share >= NEAR ? 'near' : 'free';
  const figures = `${amount(limit, used)} of ${amount(limit, allowed)}`;
  return (
    <li>
      <div className={classes.words}>
        <span className={classes.name}>{limitName(limit)}</span>
        <span className={classes.figures}>{allowed === 0 ? 'not part of the plan' : figures}</span>
      </div>
      <div className={classes.bar} data-state={state} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </div>
      {(resetsAt !== undefined || state !== 'free') && allowed > 0 && (
        <p className={classes.note}>
          {state === 'full' && 'Used up. '}
          {state === 'near' && 'Nearly used up. '}
          {resetsAt !== undefined && (
            <>
              Starts anew <RelativeTime moment={resetsAt} />.
            </>
          )}
        </p>
      )}
    </li>
  );
}
