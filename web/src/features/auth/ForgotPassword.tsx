import { Anchor, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { AuthCard } from '#/features/auth/AuthCard';
import { authQueries } from '#/features/auth/auth-queries';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import classes from './AuthCard.module.css';

/** Asks for a link to set a new password. Whether the address has an account is told only to the address. */
export function ForgotPassword() {
  const location = useLocation();
  const [email, setEmail] = useState(emailFrom(location.state));
  const forgot = useMutation(authQueries.forgotPassword());

  const submit = (event: FormEvent) => {
    event.preventDefault();
    forgot.mutate(email.trim());
  };
  const back = (
    <Anchor component={Link} to={`/login${location.search}`}>
      Back to the log-in
    </Anchor>
  );

  if (forgot.isSuccess) {
    return (
      <AuthCard title="Look into your mail" next footer={back}>
        <Stack gap="md">
          <p className={classes.text}>
            If <strong>{forgot.variables}</strong> has an account, a link to set a new password is on its way. It works
            once, for one hour.
          </p>
          <p className={classes.text}>
            No mail after some minutes? Look in the spam folder, or{' '}
            <Anchor component="button" type="button" onClick={() => forgot.reset()}>
              try another address
            </Anchor>
            .
          </p>
        </Stack>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="Set a new password" footer={back}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {forgot.error !== null && <FormAlert error={forgot.error} />}
          <TextInput
            label="E-mail"
            description="We send a link to this address"
            type="email"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            maxLength={254}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <BusyButton type="submit" fullWidth busy={forgot.isPending}>
            Send the link
          </BusyButton>
        </Stack>
      </form>
    </AuthCard>
  );
}

/** What was typed at the log-in comes along. */
function emailFrom(state: unknown): string {
  return typeof state === 'object' && state !== null && 'email' in state && typeof state.email === 'string'
    ? state.email
    : '';
}
