import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { errorsByField } from '#/api/problem';
import type { Me } from '#/api/types';
import { EXPIRIES, type Expiry, emptyKey, type KeyDraft, problemsOf } from '#/features/developer/key-draft';
import { ScopeChoice } from '#/features/developer/ScopeChoice';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';

interface Props {
  me: Me;
  busy: boolean;
  error: unknown;
  onSubmit: (draft: KeyDraft) => void;
  onCancel: () => void;
}

export function KeyForm({ me, busy, error, onSubmit, onCancel }: Props) {
  const [draft, setDraft] = useState(emptyKey);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const errors: Record<string, string | undefined> = { ...errorsByField(error), ...problems };
  const change = (part: Partial<KeyDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setProblems({});
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length === 0) onSubmit(draft);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {error !== null && (
          <FormAlert error={error} shown={['name', 'description', 'expiresInDays', 'expiresAt', 'scopes']} />
        )}
        <TextInput
          label="Name"
          description="The program that will use it"
          data-autofocus
          maxLength={100}
          value={draft.name}
          error={errors.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Textarea
          label="Description"
          rows={2}
          maxLength={500}
          resize="vertical"
          value={draft.description}
          error={errors.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
        <Group gap="md" align="flex-start" grow>
          <NativeSelect
            label="Expires"
            data={[...EXPIRIES]}
            value={draft.expiry}
            error={errors.expiresInDays}
            onChange={(event) => change({ expiry: event.currentTarget.value as Expiry })}
          />
          {draft.expiry === 'date' && (
            <TextInput
              label="Last day"
              type="date"
              value={draft.date}
              error={errors.expiresAt}
              onChange={(event) => change({ date: event.currentTarget.value })}
            />
          )}
        </Group>
        <ScopeChoice
          held={me.permissions}
          scopes={draft.scopes}
          error={errors.scopes}
          onChange={(scopes) =>
            setDraft(({ scopes: _, ...others }) => ({ ...others, ...(scopes !== undefined && { scopes }) }))
          }
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <BusyButton type="submit" busy={busy}>
            Make the key
          </BusyButton>
        </Group>
      </Stack>
    </form>
  );
}
