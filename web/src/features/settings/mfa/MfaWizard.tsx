import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TotpSetup } from '#/api/types';
import { AppStep } from '#/features/settings/mfa/AppStep';
import { BackupCodesStep } from '#/features/settings/mfa/BackupCodesStep';
import { DoneStep } from '#/features/settings/mfa/DoneStep';
import { PasswordStep } from '#/features/settings/mfa/PasswordStep';
import { StepList } from '#/features/settings/mfa/StepList';
import { settingsQueries } from '#/features/settings/settings-queries';

type Step =
  | { at: 'password' }
  | { at: 'app'; setup: TotpSetup }
  | { at: 'codes'; codes: readonly string[] }
  | { at: 'done' };

const STEPS = [
  ['password', 'Your password'],
  ['app', 'Authenticator app'],
  ['codes', 'Backup codes'],
  ['done', 'Done'],
] as const;

interface Props {
  email: string;
  onDone: () => void;
}

/** From a password to an app that shows codes and ten codes for when it is lost. */
export function MfaWizard({ email, onDone }: Props) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'password' });

  const enabled = (codes: readonly string[]) => {
    setStep({ at: 'codes', codes });
    void queries.invalidateQueries({ queryKey: settingsQueries.all });
  };

  return (
    <>
      <StepList steps={STEPS} current={step.at} />
      {step.at === 'password' && <PasswordStep email={email} onReady={(setup) => setStep({ at: 'app', setup })} />}
      {step.at === 'app' && <AppStep setup={step.setup} onEnabled={enabled} />}
      {step.at === 'codes' && (
        <BackupCodesStep codes={step.codes} email={email} onStored={() => setStep({ at: 'done' })} />
      )}
      {step.at === 'done' && <DoneStep onDone={onDone} />}
    </>
  );
}
