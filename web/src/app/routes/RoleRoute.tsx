import { useNavigate, useParams } from 'react-router';
import { WithMe } from '#/app/WithMe';
import { RolePage } from '#/features/members/roles/RolePage';

const LIST = '/settings/organization/roles';

export function RoleRoute() {
  const { roleId = '' } = useParams();
  const navigate = useNavigate();
  return <WithMe>{(me) => <RolePage me={me} id={roleId} back={LIST} onLeave={() => navigate(LIST)} />}</WithMe>;
}
