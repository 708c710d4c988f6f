import { Anchor, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { AuthCard } from '#/features/auth/AuthCard';
import { authQueries } from '#/features/auth/auth-queries';
import { ResendButton } from '#/features/auth/ResendButton';
import { BusyButton } from '#/ui/BusyButton';
import { CodeField } from '#/ui/CodeField';
import { FormAlert } from '#/ui/FormAlert';
import classes from './AuthCard.module.css';

interface Props {
  email: string;
  /** What follows is on its way. */
  finishing: boolean;
  onVerified: () => void;
  onBack: () => void;
}

/** The code that was mailed to an address, to prove that it is one's own. */
export function VerifyEmail({ email, finishing, onVerified, onBack }: Props) {
  const [code, setCode] = useState('');
  const verify = useMutation({ ...authQueries.verifyEmail(), onSuccess: onVerified, onError: () => setCode('') });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    verify.mutate({ email, code });
  };

  return (
    <AuthCard
      title="Look into your mail"
      footer={
        <>
          No mail after some minutes? Look in the spam folder. If you had an account already, we wrote you so instead:{' '}
          <Anchor component="button" type="button" onClick={onBack}>
            log in
          </Anchor>{' '}
          with it.
        </>
      }
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {verify.error !== null && <FormAlert error={verify.error} />}
          <CodeField
            label="Code from the mail"
            description={
              <span className={classes.text}>
                A code is on its way to <strong>{email}</strong>. It works for 10 minutes.
              </span>
            }
            name="code"
            autoFocus
            value={code}
            onChange={setCode}
            onComplete={(complete) => verify.mutate({ email, code: complete })}
          />
          <BusyButton type="submit" fullWidth busy={verify.isPending || finishing}>
            Confirm
          </BusyButton>
          <ResendButton email={email} />
        </Stack>
      </form>
    </AuthCard>
  );
}
