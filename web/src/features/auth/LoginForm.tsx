import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '#/api/problem';
import { authQueries } from '#/features/auth/auth-queries';
import { FormAlert } from '#/ui/FormAlert';

export function LoginForm() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const logIn = useMutation(authQueries.logIn());

  const submit = (event: FormEvent) => {
    event.preventDefault();
    logIn.mutate({ email: email.trim(), password, refreshTokenIn: 'cookie' });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {logIn.error !== null && <FormAlert error={explained(logIn.error)} />}
        <TextInput
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" fullWidth loading={logIn.isPending}>
          Log in
        </Button>
      </Stack>
    </form>
  );
}

function explained(error: unknown): unknown {
  return error instanceof ApiProblem && error.code === 'BAD_CREDENTIALS'
    ? new ApiProblem(401, { title: 'Not logged in', detail: 'The e-mail or the password is not right.' })
    : error;
}
