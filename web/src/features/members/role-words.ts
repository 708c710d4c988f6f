import type { Role, RoleName } from '#/api/access-types';
import type { Me } from '#/api/types';
import { titled } from '#/ui/format/word';

/** Built-in roles are called as their id; a custom one as somebody named it. */
export function roleLabel({ id, name }: RoleName): string {
  return id === name ? titled(name) : name;
}

/** Why somebody can't give a role; nothing if they can. */
export function whyNotGrantable(role: Role, me: Me): string | undefined {
  if (role.id === 'owner') return 'Changes only by a transfer of ownership';
  return role.permissions.every((permission) => me.permissions.includes(permission))
    ? undefined
    : 'Holds permissions that you don’t have';
}
