import { useQueryClient } from '@tanstack/react-query';
import { api } from '#/api/client';
import { usageQuery } from '#/api/plan';
import type { Member } from '#/api/types';
import { memberQueries } from '#/features/members/member-queries';
import { DeleteDialog } from '#/ui/DeleteDialog';
import { nameOf } from '#/ui/format/person';
import { toastDone } from '#/ui/toast';

export type MemberAct = 'disable' | 'remove' | 'reset-mfa' | 'end-sessions';

interface Words {
  title: (name: string) => string;
  verb: string;
  /** What happens, said before it does. */
  effect: string;
  done: (name: string) => string;
  send: (id: string) => Promise<unknown>;
}

const ACTS: Record<MemberAct, Words> = {
  disable: {
    title: (name) => `Disable ${name}?`,
    verb: 'Disable',
    effect:
      'They are logged out of this organization at once and can’t come back until they are enabled. What they made stays, and so does their seat.',
    done: (name) => `${name} is disabled`,
    send: (id) => api.patch(`/members/${id}`, { body: { status: 'disabled' } }),
  },
  remove: {
    title: (name) => `Remove ${name}?`,
    verb: 'Remove',
    effect:
      'They lose access at once: their sessions in this organization end. What they made goes to the owner, and their seat is free. Their account stays theirs; to come back they have to be invited again.',
    done: (name) => `${name} is removed`,
    send: (id) => api.delete(`/members/${id}`),
  },
  'reset-mfa': {
    title: (name) => `Reset two-step verification of ${name}?`,
    verb: 'Reset',
    effect:
      'Do this only when you know that it is them who ask: afterwards the password alone opens their account, until they set it up again. They are logged out everywhere and told by mail.',
    done: (name) => `Two-step verification of ${name} is reset`,
    send: (id) => api.post(`/members/${id}/mfa-reset`),
  },
  'end-sessions': {
    title: (name) => `Log ${name} out everywhere?`,
    verb: 'Log out',
    effect: 'All their sessions in this organization end at their next click. They can log in again.',
    done: (name) => `${name} is logged out`,
    send: (id) => api.delete(`/members/${id}/sessions`),
  },
};

interface Props {
  member: Member;
  act: MemberAct;
  onClose: () => void;
}

/** Asks before something that the member will feel at once. */
export function MemberDialog({ member, act, onClose }: Props) {
  const queries = useQueryClient();
  const { title, verb, effect, done, send } = ACTS[act];
  const name = nameOf(member);

  const finish = () => {
    onClose();
    toastDone(done(name));
    void queries.invalidateQueries({ queryKey: memberQueries.all });
    void queries.invalidateQueries({ queryKey: usageQuery().queryKey });
  };

  return (
    <DeleteDialog
      title={title(name)}
      verb={verb}
      send={async () => {
        await send(member.id);
      }}
      onDeleted={finish}
      onClose={onClose}
    >
      {effect}
    </DeleteDialog>
  );
}
