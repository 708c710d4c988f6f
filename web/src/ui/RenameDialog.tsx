import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

interface Props {
  title: string;
  name: string;
  onRename: (name: string) => void;
  onClose: () => void;
}

export function RenameDialog({ title, name, onRename, onClose }: Props) {
  const [text, setText] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = text.trim();
    if (next !== name) onRename(next);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={440} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <TextInput
          label="Name"
          data-autofocus
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={text.trim() === ''}>
            Rename
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
