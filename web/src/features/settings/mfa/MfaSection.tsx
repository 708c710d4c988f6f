import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Me, Mfa } from '#/api/types';
import { DisableMfaDialog } from '#/features/settings/mfa/DisableMfaDialog';
import { RenewCodesDialog } from '#/features/settings/mfa/RenewCodesDialog';
import { settingsQueries } from '#/features/settings/settings-queries';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { PlanHint } from '#/ui/PlanHint';
import { RelativeTime } from '#/ui/RelativeTime';
import { Section } from '#/ui/Section';
import { Tag } from '#/ui/Tag';
import classes from './MfaSection.module.css';

const FEW_CODES = 3;

/** Two-step verification: off and how to set it up, or on and what can be done with it. */
export function MfaSection({ me, setUpAt }: { me: Me; setUpAt: string }) {
  const mfa = useQuery(settingsQueries.mfa());
  return (
    <Section
      title="Two-step verification"
      description="After the password, a code from an app on your phone. A stolen password alone then opens nothing."
    >
      {mfa.isPending && (
        <div role="status" aria-label="Loading two-step verification">
          <Delayed>
            <Skeleton height={36} />
          </Delayed>
        </div>
      )}
      {mfa.isError && <ErrorState compact error={mfa.error} onRetry={() => mfa.refetch()} />}
      {mfa.isSuccess &&
        (mfa.data.totp ? <On me={me} mfa={mfa.data} /> : <Off me={me} mfa={mfa.data} setUpAt={setUpAt} />)}
    </Section>
  );
}

function Off({ me, mfa, setUpAt }: { me: Me; mfa: Mfa; setUpAt: string }) {
  if (!mfa.available) return <PlanHint what="Two-step verification" plan={me.organization.plan} />;
  return (
    <div className={classes.row}>
      <p className={classes.text}>It is off. Setting it up takes two minutes and an authenticator app.</p>
      <Button component={Link} to={setUpAt}>
        Set up
      </Button>
    </div>
  );
}

function On({ me, mfa }: { me: Me; mfa: Mfa }) {
  const [dialog, setDialog] = useState<'renew' | 'disable' | null>(null);
  const left = mfa.backupCodesLeft;
  return (
    <>
      <div className={classes.row}>
        <p className={classes.text}>
          <Tag tone="good">On</Tag>
          {mfa.enabledAt !== undefined && (
            <>
              set up <RelativeTime moment={mfa.enabledAt} />
            </>
          )}
        </p>
        <Button variant="default" onClick={() => setDialog('disable')}>
          Turn off
        </Button>
      </div>
      <div className={classes.row}>
        <p className={classes.text} data-few={left <= FEW_CODES || undefined}>
          {left === 0 && 'No backup code is left. Make new ones, or a lost phone locks you out.'}
          {left > 0 && `${left} backup ${left === 1 ? 'code is' : 'codes are'} left.`}
          {left > 0 && left <= FEW_CODES && ' Make new ones before they run out.'}
        </p>
        <Group gap="xs">
          <Button variant="default" onClick={() => setDialog('renew')}>
            New backup codes
          </Button>
        </Group>
      </div>
      {dialog === 'renew' && <RenewCodesDialog email={me.account.email} onClose={() => setDialog(null)} />}
      {dialog === 'disable' && <DisableMfaDialog me={me} required={mfa.required} onClose={() => setDialog(null)} />}
    </>
  );
}
