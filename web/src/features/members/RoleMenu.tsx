import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Me, RoleName } from '#/api/types';
import { memberQueries } from '#/features/members/member-queries';
import { whyNotGrantable } from '#/features/members/role-words';
import classes from './RoleMenu.module.css';

interface Props {
  /** Whose role it is. */
  of: string;
  role: RoleName;
  me: Me;
  changeable: boolean;
  onPick: (role: RoleName) => void;
}

/** A role, and for who may change it the others to choose from. */
export function RoleMenu({ of, role, me, changeable, onPick }: Props) {
  const roles = useQuery({ ...memberQueries.roles(), enabled: changeable });
  if (!changeable) return role.name;
  return (
    <Menu position="bottom-start" width={264} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`Role of ${of}: ${role.name}`}>
          <span className={classes.label}>{role.name}</span>
          <IconSelector size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        {roles.data
          ?.filter(({ id }) => id !== 'owner')
          .map((each) => {
            const reason = whyNotGrantable(each, me);
            return (
              <Menu.Item
                key={each.id}
                disabled={reason !== undefined}
                rightSection={each.id === role.id ? <IconCheck size={14} aria-label="present one" /> : null}
                onClick={() => each.id !== role.id && onPick({ id: each.id, name: each.name })}
              >
                {each.name}
                {reason !== undefined && <span className={classes.reason}>{reason}</span>}
              </Menu.Item>
            );
          })}
      </Menu.Dropdown>
    </Menu>
  );
}
