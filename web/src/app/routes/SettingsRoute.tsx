import { useQuery } from '@tanstack/react-query';
import { NavLink, Outlet } from 'react-router';
import { meQuery } from '#/api/me';
import { Page } from '#/ui/Page';
import classes from './SettingsRoute.module.css';

/** The settings, with their sections at the side; on a phone above. */
export function SettingsRoute() {
  const me = useQuery(meQuery());
  const permissions = me.data?.permissions ?? [];
  return (
    <Page>
      <div className={classes.settings}>
        <nav className={classes.sections} aria-label="Settings">
          <p className={classes.group}>You</p>
          <Item to="/settings/account" label="Account" />
          <Item to="/settings/security" label="Security" />
          <Item to="/settings/activity" label="Activity" />
          {permissions.includes('manage_security_settings') && (
            <>
              <p className={classes.group}>Organization</p>
              <Item to="/settings/organization/security" label="Security policy" />
            </>
          )}
        </nav>
        <div className={classes.content}>
          <Outlet />
        </div>
      </div>
    </Page>
  );
}

function Item({ to, label }: { to: string; label: string }) {
  return (
    <NavLink to={to} className={classes.item ?? ''}>
      {label}
    </NavLink>
  );
}
