import type { PermissionFacts, Reach, Role, RoleRequest } from '#/api/types';

/** A role while it is being made. */
export interface RoleDraft {
  name: string;
  description: string;
  base: string;
  reach: Readonly<Record<string, Reach>>;
}

export function emptyDraft(): RoleDraft {
  return { name: '', description: '', base: '', reach: {} };
}

export function draftOf(role: Role): RoleDraft {
  return { name: role.name, description: role.description ?? '', base: role.base ?? '', reach: reachOf(role) };
}

function reachOf({ permissions, ownPermissions }: Pick<Role, 'permissions' | 'ownPermissions'>) {
  const reach: Record<string, Reach> = {};
  for (const name of permissions) reach[name] = ownPermissions.includes(name) ? 'own' : 'all';
  return reach;
}

export function reachIn({ reach }: RoleDraft, permission: string): Reach {
  return reach[permission] ?? 'none';
}

export function byCategory(permissions: readonly PermissionFacts[]): [category: string, PermissionFacts[]][] {
  const categories = new Map<string, PermissionFacts[]>();
  for (const permission of permissions) {
    const others = categories.get(permission.category);
    if (others === undefined) categories.set(permission.category, [permission]);
    else others.push(permission);
  }
  return [...categories];
}

/** Why a permission can't be put into a role by somebody who holds these; nothing if it can. */
export function whyLocked({ name, ownerOnly }: PermissionFacts, held: readonly string[]): string | undefined {
  if (ownerOnly) return 'Only the owner has this.';
  return held.includes(name) ? undefined : 'You can’t give what you don’t have yourself.';
}

export type CategoryReach = 'all' | 'none' | 'some';

export function categoryReach(draft: RoleDraft, changeable: readonly PermissionFacts[]): CategoryReach {
  const reaches = new Set(changeable.map(({ name }) => reachIn(draft, name)));
  if (reaches.size !== 1) return 'some';
  return reaches.has('all') ? 'all' : reaches.has('none') ? 'none' : 'some';
}

export function withReach(draft: RoleDraft, permissions: readonly PermissionFacts[], reach: Reach): RoleDraft {
  const changed = Object.fromEntries(permissions.map(({ name }) => [name, reach]));
  return { ...draft, reach: { ...draft.reach, ...changed } };
}

/** What of a built-in role can be taken over; what can't be given stays out. */
export function fromBase(draft: RoleDraft, base: Role | undefined, changeable: readonly PermissionFacts[]): RoleDraft {
  const reach = base === undefined ? {} : reachOf(base);
  return {
    ...draft,
    base: base?.id ?? '',
    reach: Object.fromEntries(changeable.map(({ name }) => [name, reach[name] ?? 'none'])),
  };
}

export function requestOf({ name, description, base, reach }: RoleDraft): RoleRequest {
  const held = Object.entries(reach).filter(([, each]) => each !== 'none');
  return {
    name: name.trim(),
    description: description.trim(),
    ...(base === '' ? {} : { base }),
    permissions: held.map(([permission]) => permission).sort(),
    ownPermissions: held
      .filter(([, each]) => each === 'own')
      .map(([permission]) => permission)
      .sort(),
  };
}
