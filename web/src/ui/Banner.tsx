import type { ReactNode } from 'react';
import classes from './Banner.module.css';

interface Props {
  tone: 'news' | 'warn' | 'bad';
  children: ReactNode;
  /** Buttons or a link. */
  actions?: ReactNode;
  /** Within a page rather than over all of them. */
  inset?: boolean;
}

/** What everybody in the organization, or this person, should know wherever they are. */
export function Banner({ tone, children, actions, inset = false }: Props) {
  return (
    <div className={classes.banner} data-tone={tone} data-inset={inset || undefined} role="status">
      <p>{children}</p>
      {actions !== undefined && <div className={classes.acts}>{actions}</div>}
    </div>
  );
}
