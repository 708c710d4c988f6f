import { type ReactNode, useEffect } from 'react';
import { Logo } from '#/ui/Logo';
import classes from './AuthCard.module.css';

interface Props {
  title: string;
  children: ReactNode;
  footer: ReactNode;
}

export function AuthCard({ title, children, footer }: Props) {
  useEffect(() => {
    document.title = `${title} · clariBI`;
  }, [title]);

  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Logo />
        <h1 className={classes.title}>{title}</h1>
        {children}
        <p className={classes.footer}>{footer}</p>
      </div>
    </main>
  );
}
