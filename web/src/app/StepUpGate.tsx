import { Modal } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { stepUp } from '#/api/step-up';

const StepUpDialog = lazy(async () => ({ default: (await import('#/features/auth/StepUpDialog')).StepUpDialog }));

/** Puts the question for a password above whatever page or dialog made the request that wants one. */
export function StepUpGate({ children }: { children: ReactNode }) {
  const asked = useSyncExternalStore(stepUp.subscribe, () => stepUp.asked);
  return (
    <Modal.Stack>
      {children}
      {asked && (
        <Suspense>
          <StepUpDialog onConfirmed={stepUp.confirm} onDeclined={stepUp.decline} />
        </Suspense>
      )}
    </Modal.Stack>
  );
}
