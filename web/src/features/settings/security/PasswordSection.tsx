import { Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { errorsByField } from '#/api/problem';
import type { Me } from '#/api/types';
import { settingsQueries } from '#/features/settings/settings-queries';
import { BusyButton } from '#/ui/BusyButton';
import { ProofAlert } from '#/ui/confirm/ProofAlert';
import { ProofFields } from '#/ui/confirm/ProofFields';
import { confirmationOf, NO_PROOF } from '#/ui/confirm/proof';
import { NewPasswordField } from '#/ui/password/NewPasswordField';
import { UsernameHint } from '#/ui/password/UsernameHint';
import { Section } from '#/ui/Section';
import { toastDone } from '#/ui/toast';

export function PasswordSection({ me }: { me: Me }) {
  const queries = useQueryClient();
  const [proof, setProof] = useState(NO_PROOF);
  const [next, setNext] = useState('');
  const change = useMutation({
    ...settingsQueries.changePassword(),
    onSuccess: () => {
      toastDone('Password changed. Your other sessions are logged out.');
      setProof(NO_PROOF);
      setNext('');
      void queries.invalidateQueries({ queryKey: settingsQueries.sessions().queryKey });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { password, ...code } = confirmationOf(proof);
    change.mutate({ current: password, new: next, ...code });
  };

  return (
    <Section title="Password" description="Changing it logs out your other sessions.">
      <form onSubmit={submit}>
        <Stack gap="md" maw={400}>
          <ProofAlert error={change.error} shown={['current', 'new']} />
          <UsernameHint email={me.account.email} />
          <ProofFields
            passwordLabel="Present password"
            withCode={me.codeRequired}
            value={proof}
            onChange={setProof}
            error={change.error}
          />
          <NewPasswordField
            label="New password"
            value={next}
            onChange={setNext}
            about={{ email: me.account.email, organizationName: me.organization.name }}
            error={errorsByField(change.error).new}
          />
          <div>
            <BusyButton type="submit" variant="default" busy={change.isPending}>
              Change the password
            </BusyButton>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
