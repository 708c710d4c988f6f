import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { authQueries } from '#/features/auth/auth-queries';
import { BusyButton } from '#/ui/BusyButton';
import { ProofAlert } from '#/ui/confirm/ProofAlert';
import { ProofFields } from '#/ui/confirm/ProofFields';
import { confirmationOf, NO_PROOF } from '#/ui/confirm/proof';

interface Props {
  onConfirmed: () => void;
  onDeclined: () => void;
}

/** Asks who is signed in to prove it anew, before something that matters. */
export function StepUpDialog({ onConfirmed, onDeclined }: Props) {
  const [proof, setProof] = useState(NO_PROOF);
  const me = useQuery(authQueries.me());
  const confirm = useMutation({ ...authQueries.stepUp(), onSuccess: onConfirmed });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(confirmationOf(proof));
  };

  return (
    <Modal
      opened
      onClose={onDeclined}
      stackId="step-up"
      title="Confirm that it is you"
      size={420}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <p>
            This changes who can get into your account. It goes on once you have confirmed; then not again for 10
            minutes.
          </p>
          <ProofAlert error={confirm.error} />
          <ProofFields
            autoFocus
            value={proof}
            onChange={setProof}
            withCode={me.data?.codeRequired === true}
            error={confirm.error}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onDeclined}>
              Cancel
            </Button>
            <BusyButton type="submit" busy={confirm.isPending}>
              Confirm
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
