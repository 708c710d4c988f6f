import { type ReactNode, useEffect } from 'react';
import classes from './PageHeader.module.css';

interface Props {
  title: string;
  /** One line of what this is. */
  description?: ReactNode;
  actions?: ReactNode;
  /** Above the title, below the second level. */
  breadcrumb?: ReactNode;
}

export function PageHeader({ title, description, actions, breadcrumb }: Props) {
  useEffect(() => {
    document.title = `${title} · clariBI`;
  }, [title]);

  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {breadcrumb}
        <h1 className={classes.title} title={title}>
          {title}
        </h1>
        {description !== undefined && <div className={classes.description}>{description}</div>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
