import { WithMe } from '#/app/WithMe';
import { RolesPage } from '#/features/members/roles/RolesPage';

export function RolesRoute() {
  return <WithMe>{(me) => <RolesPage me={me} at="/settings/organization/roles" />}</WithMe>;
}
