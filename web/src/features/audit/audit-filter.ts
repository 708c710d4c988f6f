import type { QueryParameters } from '#/api/url';

/** Days are the reader's own; what is empty doesn't narrow anything. */
export interface AuditFilter {
  from: string;
  to: string;
  actor: string;
  type: string;
}

const NAMES = ['from', 'to', 'actor', 'type'] as const;

export function filterIn(address: URLSearchParams): AuditFilter {
  const read = (name: keyof AuditFilter) => address.get(name) ?? '';
  return { from: dayOr(read('from')), to: dayOr(read('to')), actor: read('actor'), type: read('type') };
}

export function isEmpty(filter: AuditFilter): boolean {
  return NAMES.every((name) => filter[name] === '');
}

/** From the beginning of a day up to the end of another. */
export function parametersOf({ from, to, actor, type }: AuditFilter): QueryParameters {
  return {
    from: from === '' ? undefined : startOf(from, 0),
    to: to === '' ? undefined : startOf(to, 1),
    actor: actor === '' ? undefined : actor,
    type: type === '' ? undefined : type,
  };
}

/** Somebody may have typed into the address. */
function dayOr(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

function startOf(day: string, later: number): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return date.toISOString();
}
