import { Anchor } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { meQuery } from '#/api/me';
import { WithMe } from '#/app/WithMe';
import { MfaWizard } from '#/features/settings/mfa/MfaWizard';
import { PageHeader } from '#/ui/PageHeader';

export function TwoStepRoute() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const done = () => {
    void queries.invalidateQueries({ queryKey: meQuery().queryKey });
    navigate('/settings/security');
  };
  return (
    <>
      <PageHeader
        title="Set up two-step verification"
        breadcrumb={
          <Anchor component={Link} to="/settings/security" fz={13}>
            Security
          </Anchor>
        }
      />
      <WithMe>{(me) => <MfaWizard email={me.account.email} onDone={done} />}</WithMe>
    </>
  );
}
