import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FormAlert } from '#/ui/FormAlert';

interface Props {
  title: string;
  verb?: string;
  /** Nothing is lost by it; it is only not undone by a press. */
  harmless?: boolean;
  /** What goes with it. */
  children: ReactNode;
  send: () => Promise<void>;
  onDeleted: () => void;
  onClose: () => void;
}

/** For what can't be undone: names the thing and what goes with it. */
export function DeleteDialog({ title, verb = 'Delete', harmless = false, children, send, onDeleted, onClose }: Props) {
  const remove = useMutation({ mutationFn: send, onSuccess: onDeleted });
  return (
    <Modal
      opened
      onClose={onClose}
      stackId="delete"
      title={title}
      size={460}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        <div>{children}</div>
        {remove.error !== null && <FormAlert error={remove.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button {...(harmless ? {} : { color: 'red.8' })} loading={remove.isPending} onClick={() => remove.mutate()}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
