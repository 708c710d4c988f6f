import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#/api/client';
import { ApiProblem } from '#/api/problem';
import type { Me, Role } from '#/api/types';
import { RoleSelect } from '#/features/members/invitations/RoleSelect';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { formatCount } from '#/ui/format/number';

interface Props {
  role: Role;
  me: Me;
  onDeleted: () => void;
  onClose: () => void;
}

/** Who has the role gets another one first. */
export function DeleteRoleDialog({ role, me, onDeleted, onClose }: Props) {
  const [replacement, setReplacement] = useState('member');
  const remove = useMutation({
    mutationFn: (to: string | undefined) => api.delete(`/roles/${role.id}`, { query: { replacement: to } }),
    onSuccess: onDeleted,
  });
  // Somebody may have got it since the list was loaded.
  const nowInUse = remove.error instanceof ApiProblem && remove.error.code === 'ROLE_IN_USE';
  const inUse = role.memberCount > 0 || nowInUse;

  return (
    <Modal
      opened
      onClose={onClose}
      title={`Delete the role “${role.name}”?`}
      size={460}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        {inUse ? (
          <>
            <p>
              {role.memberCount > 0 ? who(role.memberCount) : 'Somebody has this role.'} They get another one with it,
              which acts at their next click. This can’t be undone.
            </p>
            <RoleSelect
              label="Their role from then on"
              giver={me}
              without={role.id}
              value={replacement}
              onChange={setReplacement}
            />
          </>
        ) : (
          <p>Nobody has it. This can’t be undone.</p>
        )}
        {remove.error !== null && !nowInUse && <FormAlert error={remove.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <BusyButton
            color="red.8"
            busy={remove.isPending}
            onClick={() => remove.mutate(inUse ? replacement : undefined)}
          >
            Delete
          </BusyButton>
        </Group>
      </Stack>
    </Modal>
  );
}

function who(count: number): string {
  return count === 1 ? 'One member has this role.' : `${formatCount(count)} members have this role.`;
}
