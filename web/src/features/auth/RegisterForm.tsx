import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, type FormEvent, useState } from 'react';
import { ApiProblem, errorsByField } from '#/api/problem';
import { authQueries } from '#/features/auth/auth-queries';
import { FormAlert } from '#/ui/FormAlert';
import classes from './AuthCard.module.css';

const FIELDS = ['firstName', 'lastName', 'organizationName', 'email', 'password'] as const;
type Fields = Record<(typeof FIELDS)[number], string>;

export function RegisterForm() {
  const [fields, setFields] = useState<Fields>({
    firstName: '',
    lastName: '',
    organizationName: '',
    email: '',
    password: '',
  });
  const register = useMutation(authQueries.register());
  const errors = errorsOf(register.error);

  const field = (name: keyof Fields) => ({
    name,
    value: fields[name],
    error: errors[name] ?? null,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const value = event.currentTarget.value;
      setFields((before) => ({ ...before, [name]: value }));
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { email, password, organizationName, firstName, lastName } = fields;
    register.mutate({
      email: email.trim(),
      password,
      organizationName: organizationName.trim(),
      ...(firstName.trim() === '' ? {} : { firstName: firstName.trim() }),
      ...(lastName.trim() === '' ? {} : { lastName: lastName.trim() }),
    });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {register.error !== null && !isTaken(register.error) && <FormAlert error={register.error} shown={FIELDS} />}
        <div className={classes.names}>
          <TextInput label="First name" autoComplete="given-name" autoFocus maxLength={100} {...field('firstName')} />
          <TextInput label="Last name" autoComplete="family-name" maxLength={100} {...field('lastName')} />
        </div>
        <TextInput
          label="Organization"
          autoComplete="organization"
          required
          withAsterisk={false}
          maxLength={100}
          {...field('organizationName')}
        />
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          maxLength={254}
          {...field('email')}
        />
        <PasswordInput
          label="Password"
          description="At least 8 characters"
          autoComplete="new-password"
          required
          withAsterisk={false}
          minLength={8}
          maxLength={128}
          {...field('password')}
        />
        <Button type="submit" fullWidth loading={register.isPending}>
          Create account
        </Button>
      </Stack>
    </form>
  );
}

function isTaken(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'EMAIL_TAKEN';
}

function errorsOf(error: unknown): Record<string, string> {
  return isTaken(error) ? { email: 'There is an account with this e-mail. Log in instead.' } : errorsByField(error);
}
