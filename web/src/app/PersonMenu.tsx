import { Avatar, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { authQueries } from '#/features/auth/auth-queries';
import { nameOf } from '#/ui/format/person';
import { toastFailure } from '#/ui/toast';
import classes from './PersonMenu.module.css';

const SCHEMES = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'System', icon: IconDeviceDesktop },
] as const;

export function PersonMenu({ collapsed }: { collapsed: boolean }) {
  const me = useQuery(authQueries.me());
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const logOut = useMutation({
    ...authQueries.logOut(),
    onError: (error) => toastFailure('You are still logged in', error),
  });
  const account = me.data?.account;
  const name = account === undefined ? '' : nameOf(account);

  return (
    <Menu width={216} position="top-start">
      <Menu.Target>
        <UnstyledButton
          className={classes.person}
          data-collapsed={collapsed || undefined}
          aria-label={collapsed ? `Account of ${name}` : undefined}
        >
          <Avatar size={26} radius="xl" color="accent" variant="filled" name={name} aria-hidden />
          {!collapsed && <span className={classes.name}>{name}</span>}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        <Menu.Label>{account?.email}</Menu.Label>
        <Menu.Item component={Link} to="/settings/account" leftSection={<IconUser size={16} />}>
          Account
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Theme</Menu.Label>
        {SCHEMES.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            closeMenuOnClick={false}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === value ? <span className={classes.chosen}>On</span> : null}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => logOut.mutate()}>
          Log out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
