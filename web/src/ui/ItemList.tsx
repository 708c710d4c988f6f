import type { IconDeviceDesktop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './ItemList.module.css';

/** A few things of one kind, each with what can be done to it. */
export function ItemList({ children }: { children: ReactNode }) {
  return <ul className={classes.list}>{children}</ul>;
}

interface Props {
  icon: typeof IconDeviceDesktop;
  name: ReactNode;
  /** More than fits into the name, for who points at it. */
  hint?: string;
  /** A span each. */
  details: ReactNode;
  action?: ReactNode;
}

export function Item({ icon: Icon, name, hint, details, action }: Props) {
  return (
    <li className={classes.item}>
      <Icon className={classes.icon} size={22} stroke={1.5} aria-hidden />
      <div className={classes.facts}>
        <p className={classes.name} title={hint}>
          {name}
        </p>
        <p className={classes.detail}>{details}</p>
      </div>
      {action}
    </li>
  );
}
