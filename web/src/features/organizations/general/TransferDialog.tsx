import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Me } from '#/api/types';
import { MemberPicker } from '#/features/organizations/general/MemberPicker';
import { organizationQueries } from '#/features/organizations/organization-queries';
import { BusyButton } from '#/ui/BusyButton';
import { ProofAlert } from '#/ui/confirm/ProofAlert';
import { ProofFields } from '#/ui/confirm/ProofFields';
import { confirmationOf, NO_PROOF, proofErrors } from '#/ui/confirm/proof';
import { toastDone } from '#/ui/toast';

/** Offers the ownership to another member, who has three days to accept. */
export function TransferDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const queries = useQueryClient();
  const [memberId, setMemberId] = useState<string | null>(null);
  const [proof, setProof] = useState(NO_PROOF);
  const transfer = useMutation({
    ...organizationQueries.transfer(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: organizationQueries.present().queryKey });
      toastDone('Both of you are told by mail');
      onClose();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (memberId !== null) transfer.mutate({ memberId, ...confirmationOf(proof) });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      stackId="transfer"
      title="Transfer ownership"
      size={460}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          <p>
            They have three days to accept. Then they alone decide about plan, security policy and the end of this
            organization, and you are an administrator. Until then you can withdraw it.
          </p>
          <ProofAlert error={transfer.error} shown={['memberId']} />
          <MemberPicker me={me} value={memberId} onChange={setMemberId} error={proofErrors(transfer.error).memberId} />
          <ProofFields withCode={me.codeRequired} value={proof} onChange={setProof} error={transfer.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <BusyButton type="submit" color="red.8" busy={transfer.isPending} off={memberId === null}>
              Offer ownership
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
