import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import classes from './StepList.module.css';

interface Props<Key extends string> {
  steps: readonly (readonly [key: Key, label: string])[];
  current: Key;
}

/** Where one is in a row of steps. */
export function StepList<Key extends string>({ steps, current }: Props<Key>) {
  const place = steps.findIndex(([key]) => key === current);
  return (
    <ol className={classes.steps} aria-label="Steps">
      {steps.map(([key, label], index) => {
        const isPast = index < place;
        return (
          <li
            key={key}
            className={classes.step}
            data-past={isPast || undefined}
            aria-current={index === place ? 'step' : undefined}
          >
            <span className={classes.mark} aria-hidden>
              {isPast ? <IconCheck size={14} /> : index + 1}
            </span>
            <span className={classes.label}>{label}</span>
            {isPast && <VisuallyHidden>, done</VisuallyHidden>}
          </li>
        );
      })}
    </ol>
  );
}
