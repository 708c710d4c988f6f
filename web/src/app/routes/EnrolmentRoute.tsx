import { Anchor } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { meQuery } from '#/api/me';
import type { Me } from '#/api/types';
import { ownPath } from '#/app/own-path';
import { WithMe } from '#/app/WithMe';
import { AuthCard } from '#/features/auth/AuthCard';
import { authQueries } from '#/features/auth/auth-queries';
import { OrganizationMenu } from '#/features/organizations/OrganizationMenu';
import { MfaWizard } from '#/features/settings/mfa/MfaWizard';
import { toastFailure } from '#/ui/toast';
import classes from './EnrolmentRoute.module.css';

/** Where an organization that requires two-step verification leads who has none. */
export function EnrolmentRoute() {
  return <WithMe>{(me) => <Enrolment key={me.organization.id} me={me} />}</WithMe>;
}

function Enrolment({ me }: { me: Me }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const next = ownPath(parameters.get('next'));
  // Being enrolled is not being done: the backup codes come after, whatever the server says meanwhile.
  const [needed] = useState(me.mfaEnrolmentRequired);
  const logOut = useMutation({
    ...authQueries.logOut(),
    onError: (error) => toastFailure('You are still logged in', error),
  });
  const done = async () => {
    await queries.invalidateQueries({ queryKey: meQuery().queryKey });
    navigate(next, { replace: true });
  };

  if (!needed) return <Navigate to={next} replace />;
  return (
    <AuthCard
      wide
      next
      title="Set up two-step verification"
      footer={
        <div className={classes.ways}>
          <OrganizationMenu name={me.organization.name} onSwitched={() => navigate('/', { replace: true })} />
          <Anchor component="button" type="button" onClick={() => logOut.mutate()}>
            Log out
          </Anchor>
        </div>
      }
    >
      <p className={classes.reason}>
        <strong>{me.organization.name}</strong> asks all its members for a code from an app at the log-in. Nothing else
        is open to you there until you have set it up; it takes two minutes.
      </p>
      <MfaWizard email={me.account.email} onDone={done} />
    </AuthCard>
  );
}
