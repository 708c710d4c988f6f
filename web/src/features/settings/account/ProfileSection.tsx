import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { meQuery } from '#/api/me';
import { errorsByField } from '#/api/problem';
import type { Me } from '#/api/types';
import { settingsQueries } from '#/features/settings/settings-queries';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { NameFields } from '#/ui/NameFields';
import { Section } from '#/ui/Section';
import { toastDone } from '#/ui/toast';

export function ProfileSection({ me }: { me: Me }) {
  const queries = useQueryClient();
  const [names, setNames] = useState({
    firstName: me.account.firstName ?? '',
    lastName: me.account.lastName ?? '',
  });
  const save = useMutation({
    ...settingsQueries.changeMe(),
    onSuccess: (changed) => {
      queries.setQueryData(meQuery().queryKey, changed);
      toastDone('Your name is saved');
    },
  });
  const errors = errorsByField(save.error);
  const { firstName, lastName } = names;
  const same = firstName.trim() === (me.account.firstName ?? '') && lastName.trim() === (me.account.lastName ?? '');

  const change = (field: keyof typeof names, value: string) => setNames((before) => ({ ...before, [field]: value }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ firstName: firstName.trim(), lastName: lastName.trim() });
  };

  return (
    <Section title="Name" description="What the other members see.">
      <form onSubmit={submit}>
        {save.error !== null && <FormAlert error={save.error} shown={['firstName', 'lastName']} />}
        <NameFields values={names} errors={errors} onChange={change} />
        <BusyButton type="submit" variant="default" mt="md" busy={save.isPending} off={same}>
          Save
        </BusyButton>
      </form>
    </Section>
  );
}
