import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#/api/client';
import type { Member, Page, RoleName } from '#/api/types';
import { memberQueries } from '#/features/members/member-queries';
import { nameOf } from '#/ui/format/person';
import { toastDone, toastFailure, toastWithUndo } from '#/ui/toast';

interface RoleChange {
  member: Member;
  role: RoleName;
  isUndo?: boolean;
}

/** Shows another role at once, puts the old one back when the server refuses, and offers to undo. */
export function useRoleChange(): (change: RoleChange) => void {
  const queries = useQueryClient();
  const show = useShownMember();
  const change = useMutation({
    mutationFn: ({ member, role }: RoleChange) =>
      api.patch<Member>(`/members/${member.id}`, { body: { role: role.id } }),
    onMutate: async ({ member, role }) => {
      await queries.cancelQueries({ queryKey: [...memberQueries.all, 'list'] });
      show({ ...member, role });
    },
    onError: (error, { member }) => {
      show(member);
      toastFailure('The role was not changed', error);
    },
    onSuccess: (changed, { member, role, isUndo = false }) => {
      show(changed);
      if (isUndo) return;
      toastWithUndo(`${nameOf(member)} is ${role.name} now`, () =>
        change.mutate({ member: changed, role: member.role, isUndo: true }),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: memberQueries.roles().queryKey }),
  });
  return change.mutate;
}

export function useEnabling(): (member: Member) => void {
  const show = useShownMember();
  const enable = useMutation({
    mutationFn: ({ id }: Member) => api.patch<Member>(`/members/${id}`, { body: { status: 'active' } }),
    onError: (error) => toastFailure('The member was not enabled', error),
    onSuccess: (changed) => {
      show(changed);
      toastDone(`${nameOf(changed)} can log in again`);
    },
  });
  return enable.mutate;
}

/** Puts a member into every list that holds it. */
function useShownMember(): (member: Member) => void {
  const queries = useQueryClient();
  return (member) =>
    queries.setQueriesData<InfiniteData<Page<Member>>>(
      { queryKey: [...memberQueries.all, 'list'] },
      (before) =>
        before && {
          ...before,
          pages: before.pages.map((page) => ({
            ...page,
            items: page.items.map((each) => (each.id === member.id ? member : each)),
          })),
        },
    );
}
