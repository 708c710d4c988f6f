import type { Me } from '#/api/types';
import { nameOf } from '#/features/auth/person';
import classes from './WhoAmI.module.css';

export function WhoAmI({ me }: { me: Me }) {
  const facts: [string, string][] = [
    ['Name', nameOf(me.account)],
    ['E-mail', me.account.email],
    ['Organization', me.organization.name],
    ['Role', titled(me.role)],
    ['Plan', titled(me.organization.plan)],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div className={classes.fact} key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
