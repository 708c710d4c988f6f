import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { organizationQueries } from '#/features/organizations/organization-queries';
import { toastFailure } from '#/ui/toast';
import classes from './OrganizationMenu.module.css';

interface Props {
  name: string | undefined;
  onSwitched: () => void;
}

/** The present organization, and for who belongs to several the way to another. */
export function OrganizationMenu({ name = '\u00a0', onSwitched }: Props) {
  const own = useQuery(organizationQueries.own());
  const change = useMutation({
    ...organizationQueries.switchTo(),
    onSuccess: onSwitched,
    onError: (error) => toastFailure('You are still in the same organization', error),
  });
  const organizations = own.data ?? [];

  if (organizations.length < 2) {
    return (
      <p className={classes.name} title={name}>
        {name}
      </p>
    );
  }
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`Organization: ${name}`}>
          <span className={classes.name}>{name}</span>
          <IconSelector size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        <Menu.Label>Go on in</Menu.Label>
        {organizations.map((each) => (
          <Menu.Item
            key={each.id}
            rightSection={each.current ? <IconCheck size={14} aria-label="present one" /> : null}
            onClick={() => !each.current && change.mutate(each.id)}
          >
            {each.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
