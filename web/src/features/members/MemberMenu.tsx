import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconLock, IconLockOpen, IconLogout, IconShieldOff, IconUserMinus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Member } from '#/api/types';
import { type MemberAct, MemberDialog } from '#/features/members/MemberDialog';
import { useEnabling } from '#/features/members/use-member-change';
import { nameOf } from '#/ui/format/person';
import classes from './RoleMenu.module.css';

/** What can be done to a member; nothing for who may do nothing. */
export function MemberMenu({ member }: { member: Member }) {
  const [act, setAct] = useState<MemberAct | null>(null);
  const enable = useEnabling();
  const { can, status } = member;
  // What one does to oneself is done in one’s own settings.
  if (member.you) return null;
  if (!can.disable && !can.remove && !can.resetMfa && !can.endSessions) return null;
  return (
    <>
      <Menu width={232} withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Menu of ${nameOf(member)}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown ?? ''}>
          {can.endSessions && (
            <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => setAct('end-sessions')}>
              Log out everywhere
            </Menu.Item>
          )}
          {can.resetMfa && member.mfaEnabled && (
            <Menu.Item leftSection={<IconShieldOff size={16} />} onClick={() => setAct('reset-mfa')}>
              Reset two-step verification
            </Menu.Item>
          )}
          {can.disable &&
            (status === 'active' ? (
              <Menu.Item leftSection={<IconLock size={16} />} onClick={() => setAct('disable')}>
                Disable
              </Menu.Item>
            ) : (
              <Menu.Item leftSection={<IconLockOpen size={16} />} onClick={() => enable(member)}>
                Enable
              </Menu.Item>
            ))}
          {can.remove && (
            <Menu.Item leftSection={<IconUserMinus size={16} />} data-danger onClick={() => setAct('remove')}>
              Remove
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {act !== null && <MemberDialog member={member} act={act} onClose={() => setAct(null)} />}
    </>
  );
}
