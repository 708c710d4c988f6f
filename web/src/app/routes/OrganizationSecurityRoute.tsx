import { WithMe } from '#/app/WithMe';
import { PolicyPage } from '#/features/settings/organization/PolicyPage';
import { PageHeader } from '#/ui/PageHeader';

export function OrganizationSecurityRoute() {
  return (
    <>
      <PageHeader title="Security policy" description="What every member’s log-in has to meet." />
      <WithMe>{(me) => <PolicyPage me={me} />}</WithMe>
    </>
  );
}
