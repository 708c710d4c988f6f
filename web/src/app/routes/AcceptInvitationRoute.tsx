import { useNavigate } from 'react-router';
import { AcceptInvitation } from '#/features/auth/AcceptInvitation';

export function AcceptInvitationRoute() {
  const navigate = useNavigate();
  return <AcceptInvitation onJoined={() => navigate('/', { replace: true })} />;
}
