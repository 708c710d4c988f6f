import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Me } from '#/api/types';
import { organizationQueries } from '#/features/organizations/organization-queries';
import { BusyButton } from '#/ui/BusyButton';
import { ProofAlert } from '#/ui/confirm/ProofAlert';
import { ProofFields } from '#/ui/confirm/ProofFields';
import { confirmationOf, NO_PROOF, proofErrors } from '#/ui/confirm/proof';
import classes from './general.module.css';

interface Props {
  me: Me;
  name: string;
  onClose: () => void;
}

/** The end of an organization: its name is typed, and a password. */
export function CloseDialog({ me, name, onClose }: Props) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [proof, setProof] = useState(NO_PROOF);
  const close = useMutation({
    ...organizationQueries.close(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: organizationQueries.present().queryKey });
      onClose();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    close.mutate({ name: typed, ...confirmationOf(proof) });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      stackId="close-organization"
      title={`Delete “${name}”?`}
      size={480}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <ul className={classes.list}>
            <li>From now on nobody but you can get in, for seven days; API keys and schedules stop.</li>
            <li>Until then you can take it back, and everything is as it was.</li>
            <li>Then all sources, dashboards, files and members’ access are gone for good, and nobody can undo it.</li>
          </ul>
          <ProofAlert error={close.error} shown={['name']} />
          <TextInput
            label={`Type “${name}”`}
            autoComplete="off"
            spellCheck={false}
            required
            withAsterisk={false}
            data-autofocus
            value={typed}
            error={proofErrors(close.error).name}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ProofFields withCode={me.codeRequired} value={proof} onChange={setProof} error={close.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <BusyButton type="submit" color="red.8" busy={close.isPending} off={typed.trim() !== name}>
              Delete the organization
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
