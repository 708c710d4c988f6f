import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { BackupCodes } from '#/features/settings/mfa/BackupCodes';
import { StoredForm } from '#/features/settings/mfa/StoredForm';
import { settingsQueries } from '#/features/settings/settings-queries';
import { BusyButton } from '#/ui/BusyButton';
import { ProofAlert } from '#/ui/confirm/ProofAlert';
import { ProofFields } from '#/ui/confirm/ProofFields';
import { NO_PROOF } from '#/ui/confirm/proof';
import { FocusedHeading } from '#/ui/FocusedHeading';
import { UsernameHint } from '#/ui/password/UsernameHint';
import classes from './steps.module.css';

/** Ten new codes in place of the old ones; once they are shown, only “I have stored them” closes this. */
export function RenewCodesDialog({ email, onClose }: { email: string; onClose: () => void }) {
  const queries = useQueryClient();
  const [proof, setProof] = useState(NO_PROOF);
  const renew = useMutation({
    ...settingsQueries.renewBackupCodes(),
    onSuccess: () => queries.invalidateQueries({ queryKey: settingsQueries.mfa().queryKey }),
  });
  const shown = renew.data !== undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    renew.mutate({ password: proof.password, code: proof.code.trim() });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      stackId="renew-codes"
      title="New backup codes"
      size={480}
      withCloseButton={!shown}
      closeOnEscape={!shown}
      closeOnClickOutside={!shown}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {renew.data === undefined ? (
        <form onSubmit={submit}>
          <Stack gap="md">
            <p>You get ten new codes. Those you have now stop working.</p>
            <ProofAlert error={renew.error} />
            <UsernameHint email={email} />
            <ProofFields autoFocus withCode value={proof} onChange={setProof} error={renew.error} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <BusyButton type="submit" busy={renew.isPending}>
                Make new codes
              </BusyButton>
            </Group>
          </Stack>
        </form>
      ) : (
        <>
          <FocusedHeading level={3} className={classes.title}>
            Keep these ten codes
          </FocusedHeading>
          <p className={classes.text}>Each logs you in once, in place of the app. They are not shown again.</p>
          <BackupCodes codes={renew.data} email={email} />
          <StoredForm onStored={onClose} />
        </>
      )}
    </Modal>
  );
}
