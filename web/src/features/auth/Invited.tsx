import type { InvitationLook } from '#/api/types';
import { titled } from '#/ui/format/word';
import classes from './AuthCard.module.css';
import own from './Invited.module.css';

/** By whom one is invited, as what, and what they say. */
export function Invited({ invitation }: { invitation: InvitationLook }) {
  const { inviterName, organizationName, roleName, message } = invitation;
  return (
    <div>
      <p className={classes.text}>
        {inviterName === undefined ? 'You are invited' : <strong>{inviterName}</strong>}
        {inviterName === undefined ? '' : ' invites you'} to <strong>{organizationName}</strong> as{' '}
        <strong>{titled(roleName)}</strong>.
      </p>
      {message !== undefined && <blockquote className={own.message}>{message}</blockquote>}
    </div>
  );
}
