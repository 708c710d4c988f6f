import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayoutSidebar, IconSearch } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { NavLink, useNavigate } from 'react-router';
import { type Destination, MAIN, SETTINGS } from '#/app/navigation';
import { PersonMenu } from '#/app/PersonMenu';
import { authQueries } from '#/features/auth/auth-queries';
import { OrganizationMenu } from '#/features/organizations/OrganizationMenu';
import { Logo } from '#/ui/Logo';
import { MOD_KEY } from '#/ui/platform';
import classes from './Sidebar.module.css';

interface Props {
  collapsed?: boolean;
  onCollapse?: () => void;
  onSearch: () => void;
}

export function Sidebar({ collapsed = false, onCollapse, onSearch }: Props) {
  const me = useQuery(authQueries.me());
  const navigate = useNavigate();

  return (
    <div className={classes.sidebar} data-collapsed={collapsed || undefined}>
      <div className={classes.top}>
        <Logo compact={collapsed} />
        {onCollapse !== undefined && (
          <Tooltip label={collapsed ? 'Expand sidebar' : 'Collapse sidebar'} position="right">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={collapsed ? 'Expand sidebar' : 'Collapse sidebar'}
              aria-expanded={!collapsed}
              onClick={onCollapse}
            >
              <IconLayoutSidebar size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {!collapsed && (
        <div className={classes.organization}>
          <OrganizationMenu name={me.data?.organization.name} onSwitched={() => navigate('/')} />
        </div>
      )}
      <Tooltip label="Search" position="right" disabled={!collapsed}>
        <UnstyledButton className={classes.search} onClick={onSearch} aria-label={collapsed ? 'Search' : undefined}>
          <IconSearch size={16} aria-hidden />
          {!collapsed && (
            <>
              <span>Search </span>
              <kbd className={classes.keys}>{MOD_KEY} K</kbd>
            </>
          )}
        </UnstyledButton>
      </Tooltip>
      <nav className={classes.nav} aria-label="Main">
        {MAIN.map((destination) => (
          <Item key={destination.path} destination={destination} collapsed={collapsed} />
        ))}
      </nav>
      <nav className={classes.bottom} aria-label="Account">
        <Item destination={SETTINGS} collapsed={collapsed} />
        <PersonMenu collapsed={collapsed} />
      </nav>
    </div>
  );
}

function Item({ destination, collapsed }: { destination: Destination; collapsed: boolean }) {
  const queries = useQueryClient();
  const prefetch = () => destination.prefetch(queries);
  return (
    <Tooltip label={destination.label} position="right" disabled={!collapsed}>
      <NavLink
        to={destination.path}
        className={classes.item ?? ''}
        aria-label={destination.label}
        onMouseEnter={prefetch}
        onFocus={prefetch}
      >
        <destination.icon size={18} stroke={1.6} aria-hidden />
        {!collapsed && destination.label}
      </NavLink>
    </Tooltip>
  );
}
