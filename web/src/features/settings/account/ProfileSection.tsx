import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { meQuery } from '#/api/me';
import { errorsByField } from '#/api/problem';
import type { Me } from '#/api/types';
import { settingsQueries } from '#/features/settings/settings-queries';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { Section } from '#/ui/Section';
import { toastDone } from '#/ui/toast';
import classes from './account.module.css';

export function ProfileSection({ me }: { me: Me }) {
  const queries = useQueryClient();
  const [firstName, setFirstName] = useState(me.account.firstName ?? '');
  const [lastName, setLastName] = useState(me.account.lastName ?? '');
  const save = useMutation({
    ...settingsQueries.changeMe(),
    onSuccess: (changed) => {
      queries.setQueryData(meQuery().queryKey, changed);
      toastDone('Your name is saved');
    },
  });
  const errors = errorsByField(save.error);
  const same = firstName.trim() === (me.account.firstName ?? '') && lastName.trim() === (me.account.lastName ?? '');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ firstName: firstName.trim(), lastName: lastName.trim() });
  };

  return (
    <Section title="Name" description="What the other members see.">
      <form onSubmit={submit}>
        {save.error !== null && <FormAlert error={save.error} shown={['firstName', 'lastName']} />}
        <div className={classes.names}>
          <TextInput
            label="First name"
            name="firstName"
            autoComplete="given-name"
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
        <BusyButton type="submit" variant="default" mt="md" busy={save.isPending} off={same}>
          Save
        </BusyButton>
      </form>
    </Section>
  );
}
