import { Button, Tabs } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { usageQuery, useFeature } from '#/api/plan';
import type { Me } from '#/api/types';
import { InvitationList } from '#/features/members/invitations/InvitationList';
import { InviteDialog } from '#/features/members/invitations/InviteDialog';
import { MemberList } from '#/features/members/MemberList';
import { formatCount } from '#/ui/format/number';
import { PageHeader } from '#/ui/PageHeader';
import { PlanHint } from '#/ui/PlanHint';
import classes from './MembersPage.module.css';

/** Members, and for who may invite the invitations that are open. */
export function MembersPage({ me }: { me: Me }) {
  const [parameters, setParameters] = useSearchParams();
  const [inviting, setInviting] = useState(false);
  const roles = useFeature('role_management');
  const mayInvite = me.permissions.includes('invite_users');
  const tab = mayInvite && parameters.get('tab') === 'invitations' ? 'invitations' : 'members';

  return (
    <>
      <PageHeader
        title="Members"
        description={<Seats />}
        actions={
          mayInvite && (
            <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
              Invite people
            </Button>
          )
        }
      />
      {roles.lacking && me.permissions.includes('assign_roles') && (
        <div className={classes.hint}>
          <PlanHint what="Changing roles" plan={roles.plan} needed={roles.neededPlan} />
        </div>
      )}
      {mayInvite ? (
        <Tabs
          value={tab}
          onChange={(next) => setParameters(next === 'invitations' ? { tab: next } : {})}
          keepMounted={false}
        >
          <Tabs.List className={classes.tabs ?? ''}>
            <Tabs.Tab value="members">Members</Tabs.Tab>
            <Tabs.Tab value="invitations">Invitations</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="members">
            <MemberList me={me} />
          </Tabs.Panel>
          <Tabs.Panel value="invitations">
            <InvitationList me={me} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <MemberList me={me} />
      )}
      {inviting && <InviteDialog me={me} onClose={() => setInviting(false)} />}
    </>
  );
}

function Seats() {
  const usage = useQuery(usageQuery());
  const seats = usage.data?.find(({ limit }) => limit === 'members');
  if (seats === undefined) return 'Who belongs to the organization, and as what.';
  return (
    <span className={classes.seats}>
      <strong>
        {formatCount(seats.used)} of {formatCount(seats.allowed)}
      </strong>{' '}
      {seats.allowed === 1 ? 'seat' : 'seats'} in use; open invitations count.
    </span>
  );
}
