import { Stack, TextInput } from '@mantine/core';
import { type ChangeEvent, type FormEvent, useState } from 'react';
import { errorsByField } from '#/api/problem';
import type { RegisterRequest } from '#/api/types';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { NameFields } from '#/ui/NameFields';
import { NewPasswordField } from '#/ui/password/NewPasswordField';

const FIELDS = ['firstName', 'lastName', 'organizationName', 'email', 'password'] as const;
type Fields = Record<(typeof FIELDS)[number], string>;

interface Props {
  /** Whose addresses may register; none where anybody may. */
  domains: readonly string[];
  error: unknown;
  busy: boolean;
  onSubmit: (request: RegisterRequest) => void;
}

export function RegisterForm({ domains, error, busy, onSubmit }: Props) {
  const [fields, setFields] = useState<Fields>({
    firstName: '',
    lastName: '',
    organizationName: '',
    email: '',
    password: '',
  });
  const errors = errorsByField(error);

  const change = (name: keyof Fields, value: string) => setFields((before) => ({ ...before, [name]: value }));
  const field = (name: keyof Fields) => ({
    name,
    value: fields[name],
    error: errors[name] ?? null,
    onChange: (event: ChangeEvent<HTMLInputElement>) => change(name, event.currentTarget.value),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { email, password, organizationName, firstName, lastName } = fields;
    onSubmit({
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
        {error !== null && <FormAlert error={error} shown={FIELDS} />}
        <NameFields values={fields} errors={errors} onChange={change} autoFocus />
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
          description={domains.length > 0 && `For addresses of ${inWords(domains)}`}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          maxLength={254}
          {...field('email')}
        />
        <NewPasswordField
          value={fields.password}
          about={{ email: fields.email.trim(), organizationName: fields.organizationName.trim() }}
          error={errors.password}
          onChange={(password) => change('password', password)}
        />
        <BusyButton type="submit" fullWidth busy={busy}>
          Create account
        </BusyButton>
      </Stack>
    </form>
  );
}

function inWords(domains: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(domains);
}
