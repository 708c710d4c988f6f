import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { meQuery } from '#/api/me';
import { errorsByField } from '#/api/problem';
import type { Organization } from '#/api/types';
import { organizationQueries } from '#/features/organizations/organization-queries';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { formatMoment } from '#/ui/format/date';
import { titled } from '#/ui/format/word';
import { Section } from '#/ui/Section';
import { toastDone } from '#/ui/toast';
import classes from './general.module.css';

/** What the organization is called, and since when it is there. */
export function NameSection({ organization }: { organization: Organization }) {
  const queries = useQueryClient();
  const [name, setName] = useState(organization.name);
  const rename = useMutation({
    ...organizationQueries.rename(),
    onSuccess: (changed) => {
      queries.setQueryData(organizationQueries.present().queryKey, changed);
      void queries.invalidateQueries({ queryKey: meQuery().queryKey });
      void queries.invalidateQueries({ queryKey: organizationQueries.own().queryKey });
      toastDone(`The organization is called “${changed.name}”`);
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name.trim());
  };

  return (
    <Section title="Name" description="What members and the people whom you invite see.">
      {organization.can.edit ? (
        <form onSubmit={submit} className={classes.form}>
          {rename.error !== null && <FormAlert error={rename.error} shown={['name']} />}
          <TextInput
            label="Name of the organization"
            required
            withAsterisk={false}
            maxLength={100}
            value={name}
            error={errorsByField(rename.error).name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <BusyButton
            type="submit"
            variant="default"
            busy={rename.isPending}
            off={name.trim() === organization.name || name.trim() === ''}
          >
            Save
          </BusyButton>
        </form>
      ) : (
        <p className={classes.name}>{organization.name}</p>
      )}
      <p className={classes.facts}>
        {titled(organization.plan)} plan, here since {formatMoment(organization.createdAt)}
      </p>
    </Section>
  );
}
