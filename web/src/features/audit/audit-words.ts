import type { AuditEvent } from '#/api/types';
import { formatMoment } from '#/ui/format/date';
import { titled } from '#/ui/format/word';

const ACTORS: Readonly<Record<string, string>> = {
  account: 'Somebody who is gone',
  job: 'A background job',
  system: 'The server',
};

/** Who did it; a job and an API key work for a member. */
export function actorName({ actor: { type, email, apiKey } }: AuditEvent): string {
  if (email !== undefined && apiKey !== undefined) return `${email}, by the API key “${apiKey.name}”`;
  if (email !== undefined) return type === 'job' ? `${email}, by a background job` : email;
  return ACTORS[type] ?? titled(type.replaceAll('_', ' '));
}

/** All that is recorded of an event, with a name for each. */
export function factsOf(event: AuditEvent): [name: string, value: string][] {
  const { occurredAt, type, actor, target, outcome, ip, userAgent, details } = event;
  const facts: [string, string | undefined][] = [
    ['Time', formatMoment(occurredAt)],
    ['Event', type],
    ['By', [titled(actor.type.replaceAll('_', ' ')), actor.email, actor.id].filter(Boolean).join(', ')],
    ['API key', actor.apiKey && `${actor.apiKey.name}, ${actor.apiKey.id}`],
    ['On', [titled(target.type.replaceAll('_', ' ')), target.name, target.id].filter(Boolean).join(', ')],
    ['Outcome', titled(outcome)],
    ['Address', ip],
    ['Browser', userAgent],
    ...Object.entries(details),
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '');
}
