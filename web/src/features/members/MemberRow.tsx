import { Table } from '@mantine/core';
import type { Me, Member } from '#/api/types';
import { MemberMenu } from '#/features/members/MemberMenu';
import { RoleMenu } from '#/features/members/RoleMenu';
import { useRoleChange } from '#/features/members/use-member-change';
import { EmailAddress } from '#/ui/EmailAddress';
import { nameOf } from '#/ui/format/person';
import { RelativeTime } from '#/ui/RelativeTime';
import { Tag } from '#/ui/Tag';
import classes from './MemberList.module.css';

export function MemberRow({ member, me }: { member: Member; me: Me }) {
  const changeRole = useRoleChange();
  const name = nameOf(member);
  return (
    <Table.Tr>
      <Table.Td className={classes.person ?? ''}>
        <span className={classes.name}>
          {name === member.email ? <EmailAddress>{name}</EmailAddress> : name}
          {member.you && <Tag tone="quiet">You</Tag>}
        </span>
        {name !== member.email && <EmailAddress className={classes.email}>{member.email}</EmailAddress>}
        <span className={classes.narrow}>
          <Status member={member} />
          <LastActive member={member} />
        </span>
      </Table.Td>
      <Table.Td className={classes.role ?? ''}>
        <RoleMenu
          of={name}
          role={member.role}
          me={me}
          changeable={member.can.changeRole}
          onPick={(role) => changeRole({ member, role })}
        />
      </Table.Td>
      <Table.Td data-secondary>
        <Status member={member} />
      </Table.Td>
      <Table.Td data-secondary>{member.mfaEnabled ? 'On' : 'Off'}</Table.Td>
      <Table.Td data-secondary>
        <LastActive member={member} />
      </Table.Td>
      <Table.Td className={classes.act ?? ''}>
        <MemberMenu member={member} />
      </Table.Td>
    </Table.Tr>
  );
}

function Status({ member: { status } }: { member: Member }) {
  return status === 'active' ? 'Active' : <Tag tone="bad">Disabled</Tag>;
}

function LastActive({ member: { lastActiveAt } }: { member: Member }) {
  return lastActiveAt === undefined ? 'Never' : <RelativeTime moment={lastActiveAt} />;
}
