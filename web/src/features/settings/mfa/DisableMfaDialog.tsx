import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { meQuery } from '#/api/me';
import type { Me } from '#/api/types';
import { settingsQueries } from '#/features/settings/settings-queries';
import { BusyButton } from '#/ui/BusyButton';
import { ProofAlert } from '#/ui/confirm/ProofAlert';
import { ProofFields } from '#/ui/confirm/ProofFields';
import { NO_PROOF } from '#/ui/confirm/proof';
import { UsernameHint } from '#/ui/password/UsernameHint';
import { toastDone } from '#/ui/toast';

interface Props {
  me: Me;
  required: boolean;
  onClose: () => void;
}

export function DisableMfaDialog({ me, required, onClose }: Props) {
  const queries = useQueryClient();
  const [proof, setProof] = useState(NO_PROOF);
  const disable = useMutation({
    ...settingsQueries.disableMfa(),
    onSuccess: () => {
      toastDone('Two-step verification is off');
      void queries.invalidateQueries({ queryKey: settingsQueries.all });
      void queries.invalidateQueries({ queryKey: meQuery().queryKey });
      onClose();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    disable.mutate({ password: proof.password, code: proof.code.trim() });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      stackId="disable-mfa"
      title="Turn off two-step verification?"
      size={440}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <p>
            Your password alone will then log you in, the backup codes stop working, and other sessions are logged out.
            {required && ` ${me.organization.name} requires it: you will have to set it up again to go on.`}
          </p>
          <ProofAlert error={disable.error} />
          <UsernameHint email={me.account.email} />
          <ProofFields autoFocus withCode value={proof} onChange={setProof} error={disable.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <BusyButton type="submit" color="red.8" busy={disable.isPending}>
              Turn off
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
