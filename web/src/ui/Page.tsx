import type { ReactNode } from 'react';
import classes from './Page.module.css';

const WIDTHS = { full: classes.full, content: classes.content, form: classes.form };

/** Dashboards take the full width, lists and details 1440 px, forms 640 px. */
export function Page({ width = 'content', children }: { width?: keyof typeof WIDTHS; children: ReactNode }) {
  return <div className={WIDTHS[width]}>{children}</div>;
}
