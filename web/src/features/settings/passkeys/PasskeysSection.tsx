import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Me } from '#/api/types';
import { knowsPasskeys } from '#/api/web-authn';
import { AddPasskeyDialog } from '#/features/settings/passkeys/AddPasskeyDialog';
import { PasskeyRow } from '#/features/settings/passkeys/PasskeyRow';
import { settingsQueries } from '#/features/settings/settings-queries';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { ItemList } from '#/ui/ItemList';
import { PlanHint } from '#/ui/PlanHint';
import { Section } from '#/ui/Section';
import classes from './PasskeysSection.module.css';

/** One's passkeys: what they are for, which there are, and the way to another. */
export function PasskeysSection({ me }: { me: Me }) {
  const passkeys = useQuery(settingsQueries.passkeys());
  const mfa = useQuery(settingsQueries.mfa());
  const [adding, setAdding] = useState(false);
  const mayAdd = mfa.data?.available === true && knowsPasskeys();

  return (
    <Section
      title="Passkeys"
      description="Log in by a fingerprint, a face or a security key. A passkey can’t be guessed, copied or given to the wrong site."
      action={
        mayAdd && (
          <Button variant="default" size="xs" onClick={() => setAdding(true)}>
            Add a passkey
          </Button>
        )
      }
    >
      {passkeys.isPending && (
        <div role="status" aria-label="Loading passkeys">
          <Delayed>
            <Skeleton height={44} />
          </Delayed>
        </div>
      )}
      {passkeys.isError && <ErrorState compact error={passkeys.error} onRetry={() => passkeys.refetch()} />}
      {passkeys.isSuccess && passkeys.data.length > 0 && (
        <ItemList>
          {passkeys.data.map((each) => (
            <PasskeyRow key={each.id} passkey={each} />
          ))}
        </ItemList>
      )}
      {passkeys.isSuccess && passkeys.data.length === 0 && mfa.data?.available === true && (
        <p className={classes.text}>
          {knowsPasskeys() ? 'You have none yet.' : 'You have none, and this browser can’t make one.'}
        </p>
      )}
      {mfa.data?.available === false && <PlanHint what="Adding passkeys" plan={me.organization.plan} />}
      {adding && <AddPasskeyDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}
