import { Button, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { meQuery } from '#/api/me';
import { ApiProblem } from '#/api/problem';
import type { InvitationLook } from '#/api/types';
import { AuthCard } from '#/features/auth/AuthCard';
import { authQueries } from '#/features/auth/auth-queries';
import { InvitationGone } from '#/features/auth/InvitationGone';
import { Invited } from '#/features/auth/Invited';
import { invitationQueries } from '#/features/auth/invitation-queries';
import { JoinForm } from '#/features/auth/JoinForm';
import { LogIn } from '#/features/auth/LogIn';
import { useFragmentToken } from '#/features/auth/use-fragment-token';
import { useSessionState } from '#/features/auth/use-session';
import { BusyButton } from '#/ui/BusyButton';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { FormAlert } from '#/ui/FormAlert';
import { toastFailure } from '#/ui/toast';
import classes from './AuthCard.module.css';

/** Where the link of an invitation leads: a new account, or the way in for who has one. */
export function AcceptInvitation({ onJoined }: { onJoined: () => void }) {
  const token = useFragmentToken();
  return token === null ? <InvitationGone code="INVITATION_NOT_FOUND" /> : <Held token={token} onJoined={onJoined} />;
}

interface HeldProps {
  token: string;
  onJoined: () => void;
}

function Held({ token, onJoined }: HeldProps) {
  const look = useQuery(invitationQueries.look(token));
  const state = useSessionState();
  const resume = useQuery({ ...authQueries.resume(), enabled: state === 'unknown' });
  const me = useQuery({ ...meQuery(), enabled: state === 'signed-in' });

  if (look.isError) {
    const code = look.error instanceof ApiProblem ? look.error.code : '';
    if (code.startsWith('INVITATION_')) return <InvitationGone code={code} />;
    return (
      <AuthCard title="Invitation">
        <ErrorState error={look.error} onRetry={() => look.refetch()} />
      </AuthCard>
    );
  }
  const unsure = state === 'unknown' ? resume.isPending : state === 'signed-in' && me.isPending;
  if (look.isPending || unsure) return <Loading />;

  const invitation = look.data;
  const email = state === 'signed-in' ? me.data?.account.email : undefined;
  if (email !== undefined && email.toLowerCase() !== invitation.email.toLowerCase()) {
    return <OtherAccount invitation={invitation} email={email} />;
  }
  if (email !== undefined) return <Join token={token} invitation={invitation} onJoined={onJoined} />;
  if (invitation.hasAccount) {
    return <LogIn notice={`Log in as ${invitation.email} to join ${invitation.organizationName}.`} />;
  }
  return <JoinForm token={token} invitation={invitation} onJoined={onJoined} />;
}

function Join({ token, invitation, onJoined }: HeldProps & { invitation: InvitationLook }) {
  const accept = useMutation({ ...invitationQueries.accept(token), onSuccess: onJoined });
  return (
    <AuthCard title={`Join ${invitation.organizationName}`}>
      <Stack gap="md">
        <Invited invitation={invitation} />
        {accept.error !== null && <FormAlert error={accept.error} />}
        <p className={classes.text}>
          You are logged in as <strong>{invitation.email}</strong>. The organizations you belong to now stay yours.
        </p>
        <BusyButton fullWidth busy={accept.isPending} onClick={() => accept.mutate()}>
          Join
        </BusyButton>
      </Stack>
    </AuthCard>
  );
}

function OtherAccount({ invitation, email }: { invitation: InvitationLook; email: string }) {
  const logOut = useMutation({
    ...authQueries.logOut(),
    onError: (error) => toastFailure('You are still logged in', error),
  });
  return (
    <AuthCard title="This invitation is for somebody else">
      <Stack gap="md">
        <p className={classes.text}>
          It was sent to <strong>{invitation.email}</strong>; you are logged in as <strong>{email}</strong>. Log out to
          accept it, or ask for one to your own address.
        </p>
        <BusyButton fullWidth busy={logOut.isPending} onClick={() => logOut.mutate()}>
          Log out and go on
        </BusyButton>
        <Button component="a" href="/" variant="default" fullWidth>
          Stay logged in
        </Button>
      </Stack>
    </AuthCard>
  );
}

function Loading() {
  return (
    <AuthCard title="Invitation">
      <div role="status" aria-label="Loading the invitation">
        <Delayed>
          <Skeleton height={160} />
        </Delayed>
      </div>
    </AuthCard>
  );
}
