import { VisuallyHidden } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import type { PasswordCheck } from '#/api/types';
import classes from './StrengthMeter.module.css';

const WORDS = ['Very easy to guess', 'Easy to guess', 'Fair', 'Good', 'Strong'] as const;
const STEPS = [1, 2, 3, 4] as const;

/** How hard a password is to guess, in a word and a bar, and what speaks against it. */
export function StrengthMeter({ check: { strength, problems, acceptable } }: { check: PasswordCheck }) {
  return (
    <div className={classes.strength} role="status">
      <div className={classes.meter} data-strength={strength} aria-hidden>
        {STEPS.map((step) => (
          <span key={step} data-on={strength >= step || undefined} />
        ))}
      </div>
      <p className={classes.word}>
        {acceptable && <IconCheck size={14} aria-hidden />}
        <VisuallyHidden>Strength: </VisuallyHidden>
        {WORDS[strength] ?? WORDS[0]}
      </p>
      {problems.map(({ code, message }) => (
        <p className={classes.problem} key={code}>
          <IconAlertCircle size={14} aria-hidden />
          <span>The password {message}.</span>
        </p>
      ))}
    </div>
  );
}
