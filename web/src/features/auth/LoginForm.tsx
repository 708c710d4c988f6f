import { Anchor, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { ApiProblem } from '#/api/problem';
import { knowsPasskeys, PasskeyDeclined } from '#/api/web-authn';
import { authQueries } from '#/features/auth/auth-queries';
import { PasskeyButton } from '#/features/auth/PasskeyButton';
import { usePasskeySuggestion } from '#/features/auth/use-passkey-suggestion';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { PasswordField } from '#/ui/password/PasswordField';
import classes from './AuthCard.module.css';

export interface Credentials {
  email: string;
  password: string;
}

interface Props {
  notice?: string | undefined;
  error: unknown;
  busy: boolean;
  onSubmit: (credentials: Credentials) => void;
}

export function LoginForm({ notice, error, busy, onSubmit }: Props) {
  const { search } = useLocation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const byPasskey = useMutation(authQueries.logInWithPasskey());
  const bySuggestion = useMutation(authQueries.logInWithSuggestion());
  const passkeyError =
    byPasskey.error instanceof PasskeyDeclined ? bySuggestion.error : (byPasskey.error ?? bySuggestion.error);
  usePasskeySuggestion(!busy && !byPasskey.isPending, bySuggestion.mutateAsync);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ email: email.trim(), password });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {(error ?? passkeyError) !== null ? (
          <FormAlert error={explained(error ?? passkeyError)} />
        ) : (
          notice !== undefined && (
            <p className={classes.notice} role="status">
              {notice}
            </p>
          )
        )}
        <TextInput
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username webauthn"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className={classes.aside}>
          <Anchor component={Link} to={`/forgot${search}`} state={{ email: email.trim() }}>
            Forgot your password?
          </Anchor>
        </div>
        <BusyButton type="submit" fullWidth busy={busy || bySuggestion.isPending}>
          Log in
        </BusyButton>
        {knowsPasskeys() && <PasskeyButton busy={byPasskey.isPending} onClick={() => byPasskey.mutate(undefined)} />}
      </Stack>
    </form>
  );
}

function explained(error: unknown): unknown {
  return error instanceof ApiProblem && error.code === 'BAD_CREDENTIALS'
    ? new ApiProblem(401, { title: 'Not logged in', detail: 'The e-mail or the password is not right.' })
    : error;
}
