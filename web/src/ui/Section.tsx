import type { ReactNode } from 'react';
import classes from './Section.module.css';

interface Props {
  title: string;
  description?: ReactNode;
  /** Beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** One thing that can be set, with its name, what it is for, and a surface for the rest. */
export function Section({ title, description, action, children }: Props) {
  return (
    <section className={classes.section}>
      <header className={classes.header}>
        <div className={classes.words}>
          <h2 className={classes.title}>{title}</h2>
          {description !== undefined && <p className={classes.description}>{description}</p>}
        </div>
        {action}
      </header>
      <div className={classes.surface}>{children}</div>
    </section>
  );
}
