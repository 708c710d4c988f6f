import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { usageQuery, useFeature } from '#/api/plan';
import { errorsByField } from '#/api/problem';
import type { InvitationOutcome, Me } from '#/api/types';
import { addressesIn, MOST, unlikely } from '#/features/members/invitations/addresses';
import { RoleSelect } from '#/features/members/invitations/RoleSelect';
import { memberQueries } from '#/features/members/member-queries';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { PlanHint } from '#/ui/PlanHint';
import { toastDone } from '#/ui/toast';
import classes from './InviteDialog.module.css';

const EVERYBODY = 'member';

interface Props {
  me: Me;
  onClose: () => void;
}

/** Invites one or many; who was refused stays to be corrected. */
export function InviteDialog({ me, onClose }: Props) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [role, setRole] = useState(EVERYBODY);
  const [message, setMessage] = useState('');
  const [wrong, setWrong] = useState<string>();
  const roles = useFeature('role_management');
  const addresses = addressesIn(text);

  const settle = ({ created, refused }: InvitationOutcome) => {
    void queries.invalidateQueries({ queryKey: memberQueries.invitations().queryKey });
    void queries.invalidateQueries({ queryKey: usageQuery().queryKey });
    if (created.length > 0) toastDone(sentTo(created.map(({ email }) => email)));
    if (refused.length === 0) onClose();
    else setText(refused.map(({ email }) => email).join('\n'));
  };
  const invite = useMutation({ ...memberQueries.invite(), onSuccess: settle });
  const refused = invite.data?.refused ?? [];
  const errors = errorsByField(invite.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problem = problemWith(addresses);
    setWrong(problem);
    if (problem !== undefined) return;
    const words = message.trim();
    invite.mutate({ emails: addresses, role, ...(words === '' ? {} : { message: words }) });
  };

  return (
    <Modal opened onClose={onClose} title="Invite people" size={480} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {invite.error !== null && <FormAlert error={invite.error} shown={['email', 'emails', 'role', 'message']} />}
          {refused.length > 0 && (
            <ul className={classes.refused} role="alert">
              {refused.map(({ email, detail }) => (
                <li key={email}>
                  <strong>{email}</strong>: {detail}
                </li>
              ))}
            </ul>
          )}
          <Textarea
            label="E-mail addresses"
            description="One a line"
            data-autofocus
            rows={4}
            resize="vertical"
            spellCheck={false}
            autoCapitalize="off"
            value={text}
            error={wrong ?? errors.emails ?? errors.email}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <RoleSelect
            label="Role"
            giver={me}
            value={role}
            onChange={setRole}
            disabled={roles.lacking}
            error={errors.role}
          />
          {roles.lacking && <PlanHint what="Choosing a role" plan={roles.plan} needed={roles.neededPlan} />}
          <Textarea
            label="Message"
            description="Comes with the invitation, if you like"
            maxLength={500}
            rows={2}
            resize="vertical"
            value={message}
            error={errors.message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <BusyButton type="submit" busy={invite.isPending}>
              {addresses.length > 1 ? `Invite ${addresses.length} people` : 'Invite'}
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function problemWith(addresses: readonly string[]): string | undefined {
  if (addresses.length === 0) return 'Enter at least one address.';
  if (addresses.length > MOST) return `At most ${MOST} at once; these are ${addresses.length}.`;
  const [odd] = unlikely(addresses);
  return odd === undefined ? undefined : `“${odd}” is no e-mail address.`;
}

function sentTo(emails: readonly string[]): string {
  return emails.length === 1 ? `An invitation is on its way to ${emails[0]}` : `${emails.length} invitations are sent`;
}
