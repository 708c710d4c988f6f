import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#/api/client';
import type { Organization, Transfer } from '#/api/types';
import { organizationQueries } from '#/features/organizations/organization-queries';
import { Banner } from '#/ui/Banner';
import { BusyButton } from '#/ui/BusyButton';
import { DeleteDialog } from '#/ui/DeleteDialog';
import { formatMoment } from '#/ui/format/date';
import { toastDone, toastFailure } from '#/ui/toast';

/** For who is offered the ownership, and for who has offered it. */
export function TransferBanner({ organization }: { organization: Organization }) {
  const { transfer } = organization;
  if (transfer?.can.accept) return <Offered transfer={transfer} name={organization.name} />;
  if (transfer?.can.withdraw) return <Waiting transfer={transfer} />;
  return null;
}

function Offered({ transfer, name }: { transfer: Transfer; name: string }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const decline = useEnding('You stay what you are; the owner is told');
  return (
    <>
      <Banner
        tone="news"
        actions={
          <>
            <Button size="compact-sm" onClick={() => setAsking(true)}>
              Accept
            </Button>
            <BusyButton variant="default" size="compact-sm" busy={decline.isPending} onClick={() => decline.mutate()}>
              Decline
            </BusyButton>
          </>
        }
      >
        You are offered the ownership of <strong>{name}</strong>, until {formatMoment(transfer.expiresAt)}.
      </Banner>
      {asking && (
        <DeleteDialog
          title={`Become the owner of “${name}”?`}
          verb="Become the owner"
          harmless
          send={async () => {
            await api.post('/organization/transfer/accept');
          }}
          onDeleted={() => {
            setAsking(false);
            toastDone(`You are the owner of “${name}”`);
            void queries.invalidateQueries();
          }}
          onClose={() => setAsking(false)}
        >
          You alone decide about plan, security policy and the end of this organization from then on. The present owner
          becomes an administrator.
        </DeleteDialog>
      )}
    </>
  );
}

function Waiting({ transfer: { to, expiresAt } }: { transfer: Transfer }) {
  const withdraw = useEnding('You stay the owner');
  return (
    <Banner
      tone="news"
      actions={
        <BusyButton variant="default" size="compact-sm" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          Withdraw
        </BusyButton>
      }
    >
      <strong>{to.name}</strong> has until {formatMoment(expiresAt)} to accept the ownership.
    </Banner>
  );
}

function useEnding(done: string) {
  const queries = useQueryClient();
  return useMutation({
    ...organizationQueries.endTransfer(),
    onSuccess: () => toastDone(done),
    onError: (error) => toastFailure('The transfer still stands', error),
    onSettled: () => queries.invalidateQueries({ queryKey: organizationQueries.present().queryKey }),
  });
}
