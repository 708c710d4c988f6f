import { Alert, Button, Checkbox, Stack, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { CopyButton } from '#/ui/CopyButton';
import classes from './ApiKeys.module.css';

/** The key itself, until somebody says that they have it. */
export function ShownKey({ text, onStored }: { text: string; onStored: () => void }) {
  const [stored, setStored] = useState(false);
  const [asked, setAsked] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (stored) onStored();
    else setAsked(true);
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} p="sm">
          It is shown this once. Whoever has it can do what it may do: keep it as you keep a password.
        </Alert>
        <Textarea
          label="The key"
          classNames={{ input: classes.shown ?? '' }}
          readOnly
          data-autofocus
          rows={2}
          resize="none"
          spellCheck={false}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div>
          <CopyButton text={text} what="the key" />
        </div>
        <Checkbox
          label="I have stored it"
          checked={stored}
          error={asked && !stored ? 'Store the key first, then say so here.' : undefined}
          onChange={(event) => setStored(event.currentTarget.checked)}
        />
        <div>
          <Button type="submit">Done</Button>
        </div>
      </Stack>
    </form>
  );
}
