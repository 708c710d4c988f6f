import { useState } from 'react';
import { SignedOutOnly } from '#/app/SignedOutOnly';
import { LogIn } from '#/features/auth/LogIn';
import { useSessionState } from '#/features/auth/use-session';

export function LoginRoute() {
  const expired = useSessionState() === 'expired';
  const [notice] = useState(
    expired ? 'You were logged out because the session has ended. Log in to go on where you were.' : undefined,
  );
  return (
    <SignedOutOnly>
      <LogIn notice={notice} />
    </SignedOutOnly>
  );
}
