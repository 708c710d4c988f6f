import type { ReactNode } from 'react';
import classes from './Tag.module.css';

/** A state in a word, with its colour. */
export function Tag({ tone, children }: { tone: 'good' | 'warn' | 'bad' | 'quiet'; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
