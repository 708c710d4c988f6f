import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { meQuery } from '#/api/me';
import type { Me } from '#/api/types';
import { settingsQueries } from '#/features/settings/settings-queries';
import { BusyButton } from '#/ui/BusyButton';
import { ProofAlert } from '#/ui/confirm/ProofAlert';
import { ProofFields } from '#/ui/confirm/ProofFields';
import { confirmationOf, NO_PROOF, proofErrors } from '#/ui/confirm/proof';
import { toastDone } from '#/ui/toast';

export function EmailDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [proof, setProof] = useState(NO_PROOF);
  const change = useMutation({
    ...settingsQueries.changeEmail(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: meQuery().queryKey });
      const now = queries.getQueryData(meQuery().queryKey)?.account.email;
      if (now !== me.account.email) toastDone('Your e-mail address is changed');
      onClose();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ email: email.trim(), ...confirmationOf(proof) });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      stackId="email"
      title="Change the e-mail address"
      size={440}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <ProofAlert error={change.error} shown={['email']} />
          <TextInput
            label="New e-mail"
            description="It counts once you have confirmed that it is yours. The old one is told."
            type="email"
            name="email"
            autoComplete="email"
            required
            withAsterisk={false}
            data-autofocus
            maxLength={254}
            value={email}
            error={proofErrors(change.error).email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <ProofFields withCode={me.codeRequired} value={proof} onChange={setProof} error={change.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <BusyButton type="submit" busy={change.isPending}>
              Change
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
