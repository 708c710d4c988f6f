import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { meQuery } from '#/api/me';
import { pagesFor, SETTINGS_PAGES, type SettingsPage } from '#/app/settings-pages';
import { Page } from '#/ui/Page';
import classes from './SettingsRoute.module.css';

/** The settings, with their sections at the side; on a phone above. */
export function SettingsRoute() {
  const me = useQuery(meQuery());
  const { pathname } = useLocation();
  const sections = useRef<HTMLElement>(null);
  // On a phone they stand in a row that is longer than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another section to be seen
  useEffect(() => {
    sections.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname, me.isSuccess]);
  const pages = pagesFor(me.data?.permissions ?? []);
  const wide = SETTINGS_PAGES.some((page) => page.wide === true && pathname.startsWith(page.path));
  return (
    <Page>
      <div className={classes.settings}>
        <nav ref={sections} className={classes.sections} aria-label="Settings">
          <Group label="You" pages={pages} />
          <Group label="Organization" pages={pages} />
          <Group label="Developer" pages={pages} />
        </nav>
        <div className={classes.content} data-wide={wide || undefined}>
          <Outlet />
        </div>
      </div>
    </Page>
  );
}

function Group({ label, pages }: { label: SettingsPage['group']; pages: readonly SettingsPage[] }) {
  const own = pages.filter(({ group }) => group === label);
  if (own.length === 0) return null;
  return (
    <>
      <p className={classes.group}>{label}</p>
      {own.map((page) => (
        <NavLink
          key={page.path}
          to={page.path}
          end={page.path === '/settings/organization'}
          className={classes.item ?? ''}
        >
          {page.label}
        </NavLink>
      ))}
    </>
  );
}
