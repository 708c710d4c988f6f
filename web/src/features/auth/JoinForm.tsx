import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { errorsByField } from '#/api/problem';
import type { InvitationLook } from '#/api/types';
import { AuthCard } from '#/features/auth/AuthCard';
import { Invited } from '#/features/auth/Invited';
import { invitationQueries } from '#/features/auth/invitation-queries';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { NameFields } from '#/ui/NameFields';
import { NewPasswordField } from '#/ui/password/NewPasswordField';
import { UsernameHint } from '#/ui/password/UsernameHint';
import classes from './AuthCard.module.css';

interface Props {
  token: string;
  invitation: InvitationLook;
  onJoined: () => void;
}

/** A new account for who is invited; that the address is theirs, the link has shown. */
export function JoinForm({ token, invitation, onJoined }: Props) {
  const [names, setNames] = useState({ firstName: '', lastName: '' });
  const [password, setPassword] = useState('');
  const accept = useMutation({ ...invitationQueries.acceptAnew(token), onSuccess: onJoined });
  const errors = errorsByField(accept.error);

  const change = (field: keyof typeof names, value: string) => setNames((before) => ({ ...before, [field]: value }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { firstName, lastName } = names;
    accept.mutate({
      password,
      ...(firstName.trim() === '' ? {} : { firstName: firstName.trim() }),
      ...(lastName.trim() === '' ? {} : { lastName: lastName.trim() }),
    });
  };

  return (
    <AuthCard title={`Join ${invitation.organizationName}`}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Invited invitation={invitation} />
          {accept.error !== null && <FormAlert error={accept.error} shown={['firstName', 'lastName', 'password']} />}
          <UsernameHint email={invitation.email} />
          <p className={classes.text}>
            Your account will be <strong>{invitation.email}</strong>.
          </p>
          <NameFields values={names} errors={errors} onChange={change} autoFocus />
          <NewPasswordField
            value={password}
            about={{ email: invitation.email }}
            error={errors.password}
            onChange={setPassword}
          />
          <BusyButton type="submit" fullWidth busy={accept.isPending}>
            Create account and join
          </BusyButton>
        </Stack>
      </form>
    </AuthCard>
  );
}
