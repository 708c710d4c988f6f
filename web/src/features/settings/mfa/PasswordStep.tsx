import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '#/api/problem';
import type { TotpSetup } from '#/api/types';
import { settingsQueries } from '#/features/settings/settings-queries';
import { BusyButton } from '#/ui/BusyButton';
import { ProofAlert } from '#/ui/confirm/ProofAlert';
import { proofErrors } from '#/ui/confirm/proof';
import { FocusedHeading } from '#/ui/FocusedHeading';
import { PlanHint } from '#/ui/PlanHint';
import { PasswordField } from '#/ui/password/PasswordField';
import { UsernameHint } from '#/ui/password/UsernameHint';
import classes from './steps.module.css';

export function PasswordStep({ email, onReady }: { email: string; onReady: (setup: TotpSetup) => void }) {
  const [password, setPassword] = useState('');
  const begin = useMutation({ ...settingsQueries.beginTotp(), onSuccess: onReady });
  const planLacksIt = begin.error instanceof ApiProblem && begin.error.status === 402;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate(password);
  };

  return (
    <form onSubmit={submit}>
      <FocusedHeading level={2} className={classes.title}>
        Confirm your password
      </FocusedHeading>
      <p className={classes.text}>So that nobody sets this up who only found your screen unlocked.</p>
      {planLacksIt ? <PlanHint what="Two-step verification" /> : <ProofAlert error={begin.error} />}
      <UsernameHint email={email} />
      <PasswordField
        className={classes.field ?? ''}
        label="Password"
        name="password"
        autoComplete="current-password"
        mt={planLacksIt || begin.error !== null ? 16 : 0}
        mb={20}
        value={password}
        error={proofErrors(begin.error).password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <BusyButton type="submit" busy={begin.isPending}>
        Continue
      </BusyButton>
    </form>
  );
}
