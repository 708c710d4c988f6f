import { WithMe } from '#/app/WithMe';
import { MfaSection } from '#/features/settings/mfa/MfaSection';
import { PasskeysSection } from '#/features/settings/passkeys/PasskeysSection';
import { IdleTimeoutSection } from '#/features/settings/security/IdleTimeoutSection';
import { PasswordSection } from '#/features/settings/security/PasswordSection';
import { SessionsSection } from '#/features/settings/security/SessionsSection';
import { PageHeader } from '#/ui/PageHeader';

export function SecurityRoute() {
  return (
    <>
      <PageHeader title="Security" description="How you log in, and where you are logged in." />
      <WithMe>
        {(me) => (
          <>
            <PasswordSection me={me} />
            <MfaSection me={me} setUpAt="/settings/security/two-step" />
            <PasskeysSection me={me} />
            <SessionsSection />
            <IdleTimeoutSection me={me} />
          </>
        )}
      </WithMe>
    </>
  );
}
