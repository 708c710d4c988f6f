import { useQuery } from '@tanstack/react-query';
import { NavLink, Outlet } from 'react-router';
import { meQuery } from '#/api/me';
import { SETTINGS_PAGES } from '#/app/settings-pages';
import { Page } from '#/ui/Page';
import classes from './SettingsRoute.module.css';

/** The settings, with their sections at the side; on a phone above. */
export function SettingsRoute() {
  const me = useQuery(meQuery());
  const permissions = me.data?.permissions ?? [];
  const own = SETTINGS_PAGES.filter(({ permission }) => permission === undefined);
  const organization = SETTINGS_PAGES.filter(
    ({ permission }) => permission !== undefined && permissions.includes(permission),
  );
  return (
    <Page>
      <div className={classes.settings}>
        <nav className={classes.sections} aria-label="Settings">
          <p className={classes.group}>You</p>
          {own.map((page) => (
            <Item key={page.path} {...page} />
          ))}
          {organization.length > 0 && <p className={classes.group}>Organization</p>}
          {organization.map((page) => (
            <Item key={page.path} {...page} />
          ))}
        </nav>
        <div className={classes.content}>
          <Outlet />
        </div>
      </div>
    </Page>
  );
}

function Item({ path, label }: { path: string; label: string }) {
  return (
    <NavLink to={path} className={classes.item ?? ''}>
      {label}
    </NavLink>
  );
}
