import { Anchor, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '#/api/problem';
import type { MfaChallenge } from '#/api/types';
import { knowsPasskeys, PasskeyDeclined } from '#/api/web-authn';
import { authQueries } from '#/features/auth/auth-queries';
import { PasskeyButton } from '#/features/auth/PasskeyButton';
import { BusyButton } from '#/ui/BusyButton';
import { CodeField } from '#/ui/CodeField';
import { FormAlert } from '#/ui/FormAlert';
import classes from './AuthCard.module.css';

interface Props {
  challenge: MfaChallenge;
  onExpired: (reason: string) => void;
  onBack: () => void;
}

/** The second factor: a code from the app, or one of the codes kept for when the app is lost. */
export function SecondStep({ challenge, onExpired, onBack }: Props) {
  const { mfaToken, factors } = challenge;
  const codes = factors.some((factor) => factor !== 'passkey');
  const [fromApp, setFromApp] = useState(true);
  const [code, setCode] = useState('');
  const logIn = useMutation({
    ...authQueries.logInWithCode(),
    onError: (error) => {
      setCode('');
      leaveIfOver(error);
    },
  });
  const byPasskey = useMutation({ ...authQueries.logInWithPasskey(), onError: (error) => leaveIfOver(error) });

  const leaveIfOver = (error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'MFA_TOKEN_INVALID') {
      onExpired('The log-in took too long. Enter your password once more.');
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    logIn.mutate({ mfaToken, code: code.trim() });
  };
  const turn = () => {
    setFromApp(!fromApp);
    setCode('');
    logIn.reset();
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {logIn.error !== null && <FormAlert error={explained(logIn.error, fromApp)} />}
        {byPasskey.error !== null && !(byPasskey.error instanceof PasskeyDeclined) && (
          <FormAlert error={byPasskey.error} />
        )}
        {codes && (
          <>
            {fromApp ? (
              <CodeField
                key="app"
                label="Code from your authenticator app"
                description="Six digits, new every 30 seconds"
                name="code"
                autoFocus
                value={code}
                onChange={setCode}
                onComplete={(complete) => logIn.mutate({ mfaToken, code: complete })}
              />
            ) : (
              <TextInput
                key="backup"
                label="Backup code"
                description="One of the ten that you stored; each works once"
                name="backup-code"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                required
                withAsterisk={false}
                autoFocus
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
            )}
            <BusyButton type="submit" fullWidth busy={logIn.isPending}>
              Log in
            </BusyButton>
          </>
        )}
        {factors.includes('passkey') && knowsPasskeys() && (
          <PasskeyButton busy={byPasskey.isPending} onClick={() => byPasskey.mutate(mfaToken)} />
        )}
        <div className={classes.others}>
          {codes && (
            <Anchor component="button" type="button" onClick={turn}>
              {fromApp ? 'Use a backup code' : 'Use the authenticator app'}
            </Anchor>
          )}
          <Anchor component="button" type="button" onClick={onBack}>
            Log in as somebody else
          </Anchor>
        </div>
      </Stack>
    </form>
  );
}

function explained(error: unknown, fromApp: boolean): unknown {
  if (!(error instanceof ApiProblem) || error.code !== 'MFA_CODE_INVALID') return error;
  const detail = fromApp
    ? 'That code is not right. Wait for the next one in the app and enter it.'
    : 'That is none of your unused backup codes.';
  return new ApiProblem(error.status, { title: 'Not logged in', detail });
}
