import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { meQuery } from '#/api/me';
import { errorsByField } from '#/api/problem';
import { PasskeyDeclined } from '#/api/web-authn';
import { settingsQueries } from '#/features/settings/settings-queries';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { toastDone } from '#/ui/toast';

/** A name first, by which one knows it later; then the browser asks for the rest. */
export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const add = useMutation({
    ...settingsQueries.addPasskey(),
    onSuccess: () => {
      toastDone('The passkey is added. Your other sessions are logged out.');
      void queries.invalidateQueries({ queryKey: settingsQueries.all });
      void queries.invalidateQueries({ queryKey: meQuery().queryKey });
      onClose();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(name.trim());
  };

  return (
    <Modal opened onClose={onClose} title="Add a passkey" size={440} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {add.error !== null && !(add.error instanceof PasskeyDeclined) && <FormAlert error={add.error} />}
          {add.error instanceof PasskeyDeclined && (
            <p role="status">No passkey was made. Try again when the device is at hand.</p>
          )}
          <TextInput
            label="Name"
            description="Such as the device that keeps it"
            placeholder="Work laptop"
            data-autofocus
            required
            withAsterisk={false}
            maxLength={100}
            value={name}
            error={errorsByField(add.error).name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <BusyButton type="submit" busy={add.isPending}>
              Continue
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
