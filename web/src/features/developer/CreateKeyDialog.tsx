import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me } from '#/api/types';
import { developerQueries } from '#/features/developer/developer-queries';
import { KeyForm } from '#/features/developer/KeyForm';
import { requestOf } from '#/features/developer/key-draft';
import { ShownKey } from '#/features/developer/ShownKey';

/** Makes a key and shows it, this once. */
export function CreateKeyDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const queries = useQueryClient();
  const create = useMutation({
    ...developerQueries.create(),
    onSuccess: () => queries.invalidateQueries({ queryKey: developerQueries.keys().queryKey }),
  });
  const key = create.data?.key;

  return (
    <Modal
      opened
      onClose={onClose}
      stackId="create-key"
      title={key === undefined ? 'New API key' : 'Your new key'}
      size={560}
      closeButtonProps={{ 'aria-label': 'Close' }}
      // Once it is shown, it goes by the button alone: it never comes back.
      withCloseButton={key === undefined}
      closeOnClickOutside={false}
      closeOnEscape={key === undefined}
    >
      {key === undefined ? (
        <KeyForm
          me={me}
          busy={create.isPending}
          error={create.error}
          onSubmit={(draft) => create.mutate(requestOf(draft))}
          onCancel={onClose}
        />
      ) : (
        <ShownKey text={key} onStored={onClose} />
      )}
    </Modal>
  );
}
