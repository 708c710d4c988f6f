import { Group, Table } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#/api/client';
import { usageQuery } from '#/api/plan';
import type { Invitation, Me, RoleName } from '#/api/types';
import classes from '#/features/members/MemberList.module.css';
import { memberQueries } from '#/features/members/member-queries';
import { RoleMenu } from '#/features/members/RoleMenu';
import { BusyButton } from '#/ui/BusyButton';
import { DeleteDialog } from '#/ui/DeleteDialog';
import { EmailAddress } from '#/ui/EmailAddress';
import { RelativeTime } from '#/ui/RelativeTime';
import { Tag } from '#/ui/Tag';
import { toastDone, toastFailure } from '#/ui/toast';

export function InvitationRow({ invitation, me }: { invitation: Invitation; me: Me }) {
  const { id, email, role, can, invitedBy } = invitation;
  const queries = useQueryClient();
  const [withdrawing, setWithdrawing] = useState(false);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: usageQuery().queryKey });
    return queries.invalidateQueries({ queryKey: memberQueries.invitations().queryKey });
  };
  const resend = useMutation({
    mutationFn: () => api.post(`/invitations/${id}/resend`),
    onSuccess: () => toastDone(`A new link is on its way to ${email}; the old one is dead`),
    onError: (error) => toastFailure('The invitation was not sent again', error),
    onSettled: refresh,
  });
  const changeRole = useMutation({
    mutationFn: (next: RoleName) => api.patch(`/invitations/${id}`, { body: { role: next.id } }),
    onError: (error) => toastFailure('The role was not changed', error),
    onSettled: refresh,
  });

  return (
    <Table.Tr>
      <Table.Td className={classes.person ?? ''}>
        <span className={classes.name}>
          <EmailAddress>{email}</EmailAddress>
        </span>
        <span className={classes.narrow}>
          <Standing invitation={invitation} />
        </span>
      </Table.Td>
      <Table.Td className={classes.role ?? ''}>
        <RoleMenu
          of={email}
          role={changeRole.isPending ? changeRole.variables : role}
          me={me}
          changeable={can.changeRole}
          onPick={changeRole.mutate}
        />
      </Table.Td>
      <Table.Td data-secondary className={classes.by ?? ''}>
        {invitedBy === undefined ? '–' : <EmailAddress>{invitedBy.email}</EmailAddress>}
      </Table.Td>
      <Table.Td data-secondary>
        <Standing invitation={invitation} />
      </Table.Td>
      <Table.Td className={classes.act ?? ''}>
        <Group gap={6} justify="flex-end" className={classes.acts ?? ''}>
          {can.resend && (
            <BusyButton
              variant="default"
              size="xs"
              busy={resend.isPending}
              aria-label={`Send again to ${email}`}
              onClick={() => resend.mutate()}
            >
              Resend
            </BusyButton>
          )}
          {can.withdraw && (
            <BusyButton
              variant="default"
              size="xs"
              aria-label={`Withdraw the invitation of ${email}`}
              onClick={() => setWithdrawing(true)}
            >
              Withdraw
            </BusyButton>
          )}
        </Group>
        {withdrawing && (
          <DeleteDialog
            title={`Withdraw the invitation of ${email}?`}
            verb="Withdraw"
            send={() => api.delete(`/invitations/${id}`)}
            onDeleted={() => {
              setWithdrawing(false);
              toastDone('The invitation is withdrawn');
              void refresh();
            }}
            onClose={() => setWithdrawing(false)}
          >
            The link in the mail stops working, and the seat is free again.
          </DeleteDialog>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Standing({ invitation: { status, statusReason, expiresAt } }: { invitation: Invitation }) {
  if (status === 'pending') {
    return (
      <span className={classes.expiry}>
        Expires <RelativeTime moment={expiresAt} />
      </span>
    );
  }
  return (
    <>
      <Tag tone="warn">{status === 'expired' ? 'Expired' : 'Void'}</Tag>
      {statusReason !== undefined && <span className={classes.reason}>{statusReason}</span>}
    </>
  );
}
