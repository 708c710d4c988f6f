import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { ApiProblem, errorsByField } from '#/api/problem';
import { AuthCard } from '#/features/auth/AuthCard';
import { authQueries } from '#/features/auth/auth-queries';
import { useFragmentToken } from '#/features/auth/use-fragment-token';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { NewPasswordField } from '#/ui/password/NewPasswordField';
import classes from './AuthCard.module.css';

/** Sets a new password by a mailed link. */
export function ResetPassword() {
  const token = useFragmentToken();
  const [password, setPassword] = useState('');
  const reset = useMutation(authQueries.resetPassword());

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (token !== null) reset.mutate({ token, password });
  };

  if (token === null || isSpent(reset.error)) return <SpentLink />;
  if (reset.isSuccess) {
    return (
      <AuthCard title="Your password is set" next>
        <Stack gap="md">
          <p className={classes.text}>
            Wherever you were logged in, you are logged out. Use the new password from now on.
          </p>
          <Button component={Link} to="/login" fullWidth>
            Log in
          </Button>
        </Stack>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="Set a new password">
      <form onSubmit={submit}>
        <Stack gap="md">
          {reset.error !== null && <FormAlert error={reset.error} shown={['password']} />}
          <NewPasswordField
            label="New password"
            autoFocus
            value={password}
            error={errorsByField(reset.error).password}
            onChange={setPassword}
          />
          <BusyButton type="submit" fullWidth busy={reset.isPending}>
            Set the password
          </BusyButton>
        </Stack>
      </form>
    </AuthCard>
  );
}

function isSpent(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'RESET_TOKEN_INVALID';
}

function SpentLink() {
  return (
    <AuthCard title="This link does not work any more" next>
      <Stack gap="md">
        <p className={classes.text}>
          A link works once, for one hour, and only the newest one does. If the address was cut off in the mail, copy
          all of it.
        </p>
        <Button component={Link} to="/forgot" fullWidth>
          Send a new link
        </Button>
      </Stack>
    </AuthCard>
  );
}
