import type { Me } from '#/api/types';

/** What to call somebody; the e-mail until a name is given. */
export function nameOf({ firstName, lastName, email }: Me['account']): string {
  return [firstName, lastName].filter(Boolean).join(' ') || email;
}
