import { Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { errorsByField } from '#/api/problem';
import type { InvitationLook } from '#/api/types';
import { AuthCard } from '#/features/auth/AuthCard';
import { Invited } from '#/features/auth/Invited';
import { invitationQueries } from '#/features/auth/invitation-queries';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
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
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useMutation({ ...invitationQueries.acceptAnew(token), onSuccess: onJoined });
  const errors = errorsByField(accept.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
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
          <div className={classes.names}>
            <TextInput
              label="First name"
              name="firstName"
              autoComplete="given-name"
              autoFocus
              maxLength={100}
              value={firstName}
              error={errors.firstName}
              onChange={(event) => setFirstName(event.currentTarget.value)}
            />
            <TextInput
              label="Last name"
              name="lastName"
              autoComplete="family-name"
              maxLength={100}
              value={lastName}
              error={errors.lastName}
              onChange={(event) => setLastName(event.currentTarget.value)}
            />
          </div>
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
