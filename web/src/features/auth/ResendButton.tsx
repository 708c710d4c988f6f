import { VisuallyHidden } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { authQueries } from '#/features/auth/auth-queries';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { useCountdown } from '#/ui/use-countdown';

const PAUSE_SECONDS = 60;

/** Another mail with a code, at most one a minute. */
export function ResendButton({ email }: { email: string }) {
  const [left, start] = useCountdown();
  const resend = useMutation({ ...authQueries.resendVerification(), onSuccess: () => start(PAUSE_SECONDS) });
  const waiting = left > 0;

  return (
    <>
      {resend.error !== null && <FormAlert error={resend.error} />}
      <BusyButton
        variant="default"
        fullWidth
        busy={resend.isPending}
        off={waiting}
        onClick={() => resend.mutate(email)}
      >
        {waiting ? `Send another code in ${left} s` : 'Send another code'}
      </BusyButton>
      <VisuallyHidden role="status">{waiting ? 'Another code is on its way.' : ''}</VisuallyHidden>
    </>
  );
}
