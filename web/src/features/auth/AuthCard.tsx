import { type ReactNode, useEffect } from 'react';
import { FocusedHeading } from '#/ui/FocusedHeading';
import { Logo } from '#/ui/Logo';
import classes from './AuthCard.module.css';

interface Props {
  title: string;
  children: ReactNode;
  footer?: ReactNode;
  /** What came after another card, not with the page: its title is read out. */
  next?: boolean;
  wide?: boolean;
}

export function AuthCard({ title, children, footer, next = false, wide = false }: Props) {
  useEffect(() => {
    document.title = `${title} · clariBI`;
  }, [title]);

  return (
    <main className={classes.page}>
      <div className={classes.card} data-wide={wide || undefined}>
        <Logo />
        {next ? (
          <FocusedHeading level={1} className={classes.title} key={title}>
            {title}
          </FocusedHeading>
        ) : (
          <h1 className={classes.title}>{title}</h1>
        )}
        {children}
        {footer !== undefined && <div className={classes.footer}>{footer}</div>}
      </div>
    </main>
  );
}
