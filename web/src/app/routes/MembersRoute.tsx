import { WithMe } from '#/app/WithMe';
import { MembersPage } from '#/features/members/MembersPage';

export function MembersRoute() {
  return <WithMe>{(me) => <MembersPage me={me} />}</WithMe>;
}
