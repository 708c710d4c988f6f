import { SignedOutOnly } from '#/app/SignedOutOnly';
import { Register } from '#/features/auth/Register';

export function RegisterRoute() {
  return (
    <SignedOutOnly>
      <Register />
    </SignedOutOnly>
  );
}
