import type { AuditEvent } from '#/api/access-types';
import { formatMoment } from '#/ui/format/date';
import { titled } from '#/ui/format/word';

const ACTORS: Readonly<Record<string, string>> = {
  anonymous: 'Somebody not logged in',
  job: 'A background job',
  system: 'The server',
  operator: 'The operator',
};

/** Who did it: a member by address, else what it was. */
export function actorName({ actor }: AuditEvent): string {
  return actor.email ?? ACTORS[actor.type] ?? titled(actor.type.replaceAll('_', ' '));
}

/** All that is recorded of an event, with a name for each. */
export function factsOf(event: AuditEvent): [name: string, value: string][] {
  const { occurredAt, type, actor, target, outcome, ip, userAgent, details } = event;
  const facts: [string, string | undefined][] = [
    ['Time', formatMoment(occurredAt)],
    ['Event', type],
    ['By', [titled(actor.type.replaceAll('_', ' ')), actor.email, actor.id].filter(Boolean).join(', ')],
    ['On', [titled(target.type.replaceAll('_', ' ')), target.name, target.id].filter(Boolean).join(', ')],
    ['Outcome', titled(outcome)],
    ['Address', ip],
    ['Browser', userAgent],
    ...Object.entries(details),
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '');
}
