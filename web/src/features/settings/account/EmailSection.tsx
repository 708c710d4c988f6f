import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Me } from '#/api/types';
import { EmailDialog } from '#/features/settings/account/EmailDialog';
import { PendingEmail } from '#/features/settings/account/PendingEmail';
import { Section } from '#/ui/Section';
import classes from './account.module.css';

/** The address one logs in with, and the new one that waits for its proof. */
export function EmailSection({ me }: { me: Me }) {
  const [changing, setChanging] = useState(false);
  const { email, pendingEmail } = me.account;
  return (
    <Section title="E-mail" description="You log in with it, and notices about your account go there.">
      <div className={classes.address}>
        <strong>{email}</strong>
        <Button variant="default" onClick={() => setChanging(true)}>
          Change
        </Button>
      </div>
      {pendingEmail !== undefined && <PendingEmail email={pendingEmail} />}
      {changing && <EmailDialog me={me} onClose={() => setChanging(false)} />}
    </Section>
  );
}
