import { Button, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { Feature, PlanFacts } from '#/api/types';
import { amount, days, featureName, limitName, limitsOf, price } from '#/features/billing/plan-words';
import { formatMoment } from '#/ui/format/date';
import { titled } from '#/ui/format/word';
import { Tag } from '#/ui/Tag';
import classes from './PlanCard.module.css';

interface Props {
  plan: PlanFacts;
  /** All that any plan has, so that plans can be compared line by line. */
  features: readonly Feature[];
  current: boolean;
  endsAt?: string | undefined;
  /** Absent where it can't be chosen. */
  onChoose?: (() => void) | undefined;
}

export function PlanCard({ plan, features, current, endsAt, onChoose }: Props) {
  const name = titled(plan.name);
  return (
    <li className={classes.card} data-current={current || undefined} aria-label={`${name} plan`}>
      <header className={classes.top}>
        <h3 className={classes.title}>{name}</h3>
        <p className={classes.price}>{price(plan)}</p>
        {current && (
          <p className={classes.note}>
            <Tag tone="good">Your plan</Tag>
            {endsAt !== undefined && `until ${formatMoment(endsAt)}`}
          </p>
        )}
        {!current && plan.trialDays > 0 && <p className={classes.note}>once, for {days(plan.trialDays)}</p>}
      </header>
      <dl className={classes.limits}>
        {limitsOf(plan).map((limit) => (
          <div key={limit}>
            <dt>{limitName(limit)}</dt>
            <dd>{plan.limits[limit] ? amount(limit, plan.limits[limit]) : '–'}</dd>
          </div>
        ))}
      </dl>
      <ul className={classes.features}>
        {features.map((feature) => (
          <FeatureLine key={feature} name={featureName(feature)} included={plan.features.includes(feature)} />
        ))}
      </ul>
      {onChoose !== undefined && (
        <div className={classes.act}>
          <Button variant="default" fullWidth onClick={onChoose} aria-label={`Change to ${name}`}>
            Choose
          </Button>
        </div>
      )}
    </li>
  );
}

function FeatureLine({ name, included }: { name: string; included: boolean }) {
  const Icon = included ? IconCheck : IconMinus;
  return (
    <li data-missing={!included || undefined}>
      <Icon size={14} aria-hidden />
      <span>
        {name}
        {!included && <VisuallyHidden> not included</VisuallyHidden>}
      </span>
    </li>
  );
}
