import { useNavigate } from 'react-router';
import { ThemeSection } from '#/app/ThemeSection';
import { WithMe } from '#/app/WithMe';
import { OrganizationList } from '#/features/organizations/OrganizationList';
import { EmailSection } from '#/features/settings/account/EmailSection';
import { ProfileSection } from '#/features/settings/account/ProfileSection';
import { PageHeader } from '#/ui/PageHeader';

export function AccountRoute() {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title="Account" description="Who you are here, and how clariBI looks on this device." />
      <WithMe>
        {(me) => (
          <>
            <ProfileSection me={me} />
            <EmailSection me={me} />
            <OrganizationList onSwitched={() => navigate('/')} />
          </>
        )}
      </WithMe>
      <ThemeSection />
    </>
  );
}
