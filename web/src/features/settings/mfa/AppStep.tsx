import { Anchor } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { TotpSetup } from '#/api/types';
import { settingsQueries } from '#/features/settings/settings-queries';
import { BusyButton } from '#/ui/BusyButton';
import { CodeField } from '#/ui/CodeField';
import { CopyButton } from '#/ui/CopyButton';
import { ProofAlert } from '#/ui/confirm/ProofAlert';
import { proofErrors } from '#/ui/confirm/proof';
import { FocusedHeading } from '#/ui/FocusedHeading';
import classes from './steps.module.css';

interface Props {
  setup: TotpSetup;
  onEnabled: (backupCodes: readonly string[]) => void;
}

export function AppStep({ setup, onEnabled }: Props) {
  const [code, setCode] = useState('');
  const confirm = useMutation({
    ...settingsQueries.confirmTotp(),
    onSuccess: onEnabled,
    onError: () => setCode(''),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code);
  };

  return (
    <form onSubmit={submit}>
      <FocusedHeading level={2} className={classes.title}>
        Add clariBI to your authenticator app
      </FocusedHeading>
      <p className={classes.text}>
        Any app for one-time codes will do. Scan the picture with it, or type the key; then enter the code that the app
        shows.
      </p>
      <div className={classes.app}>
        <img className={classes.picture} src={pictureOf(setup.qrSvg)} alt="QR code for an authenticator app" />
        <div className={classes.manual}>
          <p>Can’t scan it? Enter this key by hand, as a time-based one:</p>
          <code className={classes.key}>{inGroups(setup.secret)}</code>
          <CopyButton text={setup.secret} what="the key" />
          <Anchor href={setup.otpauthUri} fz={13}>
            Open an app on this device
          </Anchor>
        </div>
      </div>
      <ProofAlert error={confirm.error} />
      <CodeField
        className={classes.field ?? ''}
        label="Code from the app"
        description="Six digits, new every 30 seconds"
        name="code"
        mb={20}
        value={code}
        error={proofErrors(confirm.error).code}
        onChange={setCode}
        onComplete={(complete) => confirm.mutate(complete)}
      />
      <BusyButton type="submit" busy={confirm.isPending}>
        Turn it on
      </BusyButton>
    </form>
  );
}

/** As a picture, markup from the server can run nothing. */
function pictureOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** In fours, as apps show it and as eyes can follow. */
function inGroups(key: string): string {
  return key.match(/.{1,4}/g)?.join(' ') ?? key;
}
