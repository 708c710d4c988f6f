import { WithMe } from '#/app/WithMe';
import { GeneralPage } from '#/features/organizations/general/GeneralPage';
import { PageHeader } from '#/ui/PageHeader';

export function OrganizationRoute() {
  return (
    <>
      <PageHeader title="General" description="The organization itself." />
      <WithMe>{(me) => <GeneralPage me={me} />}</WithMe>
    </>
  );
}
