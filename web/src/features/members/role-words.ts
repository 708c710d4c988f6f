import type { Me, Role } from '#/api/types';

/** Why somebody can't give a role; nothing if they can. */
export function whyNotGrantable(role: Role, me: Me): string | undefined {
  if (role.id === 'owner') return 'Changes only by a transfer of ownership';
  return role.permissions.every((permission) => me.permissions.includes(permission))
    ? undefined
    : 'Holds permissions that you don’t have';
}
