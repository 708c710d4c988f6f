import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Me, Organization } from '#/api/types';
import { CloseDialog } from '#/features/organizations/general/CloseDialog';
import { TransferDialog } from '#/features/organizations/general/TransferDialog';
import { Section } from '#/ui/Section';
import classes from './general.module.css';

/** What only the owner does, and seldom. */
export function DangerSection({ me, organization }: { me: Me; organization: Organization }) {
  const [dialog, setDialog] = useState<'transfer' | 'close' | null>(null);
  const { can, state, transfer, name } = organization;
  const close = () => setDialog(null);
  if (!can.transfer && !can.delete) return null;
  return (
    <Section title="Danger zone" description="For the owner alone. Both ask for your password.">
      {can.transfer && (
        <Act
          title="Transfer ownership"
          text="Another active member becomes the owner once they accept; you become an administrator."
        >
          <Button variant="default" disabled={transfer !== undefined} onClick={() => setDialog('transfer')}>
            Transfer
          </Button>
        </Act>
      )}
      {can.delete && state === 'active' && (
        <Act title="Delete this organization" text="All it holds goes, after seven days in which you can take it back.">
          <Button variant="default" c="var(--bad)" onClick={() => setDialog('close')}>
            Delete
          </Button>
        </Act>
      )}
      {dialog === 'transfer' && <TransferDialog me={me} onClose={close} />}
      {dialog === 'close' && <CloseDialog me={me} name={name} onClose={close} />}
    </Section>
  );
}

function Act({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className={classes.act}>
      <div className={classes.words}>
        <h3 className={classes.title}>{title}</h3>
        <p className={classes.text}>{text}</p>
      </div>
      {children}
    </div>
  );
}
