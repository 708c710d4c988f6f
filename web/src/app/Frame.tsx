import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure, useHotkeys, useLocalStorage, useMediaQuery, useNetwork } from '@mantine/hooks';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { Banners } from '#/app/Banners';
import { CommandPalette } from '#/app/CommandPalette';
import { ShortcutsDialog } from '#/app/ShortcutsDialog';
import { Sidebar } from '#/app/Sidebar';
import { usePageShortcuts } from '#/app/use-page-shortcuts';
import { UploadProvider } from '#/features/sources/UploadProvider';
import { Logo } from '#/ui/Logo';
import classes from './Frame.module.css';

export function Frame() {
  const phone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const [collapsed, setCollapsed] = useLocalStorage({ key: 'claribi-sidebar-collapsed', defaultValue: false });
  const [drawer, openDrawer] = useDisclosure(false);
  const [palette, openPalette] = useDisclosure(false);
  const [shortcuts, openShortcuts] = useDisclosure(false);
  const { pathname } = useLocation();
  const { online } = useNetwork();

  useHotkeys([['mod+K', openPalette.toggle]], []);
  usePageShortcuts(openShortcuts.open);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes because the page changed
  useEffect(openDrawer.close, [pathname]);

  return (
    <UploadProvider>
      <div className={classes.frame} data-collapsed={collapsed || undefined}>
        <a className={classes.skip} href="#content">
          Skip to content
        </a>
        {phone ? (
          <nav className={classes.bar} aria-label="Top bar">
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Open navigation" onClick={openDrawer.open}>
              <IconMenu2 size={20} />
            </ActionIcon>
            <Logo />
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Search" onClick={openPalette.open}>
              <IconSearch size={20} />
            </ActionIcon>
          </nav>
        ) : (
          <aside className={classes.sidebar}>
            <Sidebar collapsed={collapsed} onCollapse={() => setCollapsed(!collapsed)} onSearch={openPalette.open} />
          </aside>
        )}
        <main id="content" className={classes.main} tabIndex={-1}>
          {!online && (
            <div className={classes.offline} role="status">
              You are offline. What is loaded stays readable; changes wait until the connection is back.
            </div>
          )}
          <Banners />
          <Outlet />
        </main>
      </div>
      <Drawer.Root opened={phone === true && drawer} onClose={openDrawer.close} size={264}>
        <Drawer.Overlay backgroundOpacity={0.45} />
        <Drawer.Content aria-label="Navigation">
          <Drawer.Body p={0}>
            <Sidebar onSearch={openPalette.open} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
      <CommandPalette opened={palette} onClose={openPalette.close} onShortcuts={openShortcuts.open} />
      <ShortcutsDialog opened={shortcuts} onClose={openShortcuts.close} />
    </UploadProvider>
  );
}
