import { useMantineColorScheme } from '@mantine/core';
import {
  IconChartBar,
  IconDatabase,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
  IconUpload,
} from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { meQuery } from '#/api/me';
import { MAIN, SETTINGS } from '#/app/navigation';
import { pagesFor } from '#/app/settings-pages';
import { authQueries } from '#/features/auth/auth-queries';
import { dashboardQueries } from '#/features/dashboards/dashboard-queries';
import { sourceQueries } from '#/features/sources/source-queries';
import { useUpload } from '#/features/sources/upload-context';
import { toastFailure } from '#/ui/toast';

export interface Command {
  id: string;
  label: string;
  hint?: string;
  icon: typeof IconChartBar;
  run: () => void;
}

interface Group {
  label: string;
  commands: Command[];
}

const PER_GROUP = 8;

export function useCommands(text: string, onShortcuts: () => void): Group[] {
  const navigate = useNavigate();
  const upload = useUpload();
  const { setColorScheme } = useMantineColorScheme();
  const logOut = useMutation({
    ...authQueries.logOut(),
    onError: (error) => toastFailure('You are still logged in', error),
  });
  const permissions = useQuery(meQuery()).data?.permissions ?? [];
  const dashboards = useInfiniteQuery(dashboardQueries.list());
  const sources = useInfiniteQuery(sourceQueries.list());

  const groups: Group[] = [
    {
      label: 'Go to',
      commands: [...MAIN, SETTINGS].map(({ label, path, icon, key }) => ({
        id: path,
        label,
        icon,
        hint: `G ${key.toUpperCase()}`,
        run: () => navigate(path),
      })),
    },
    {
      label: 'Settings',
      commands: pagesFor(permissions).map(({ label, path }) => ({
        id: path,
        label,
        icon: IconSettings,
        run: () => navigate(path),
      })),
    },
    {
      label: 'Dashboards',
      commands: (dashboards.data?.pages.flatMap(({ items }) => items) ?? []).map(({ id, name }) => ({
        id,
        label: name,
        icon: IconChartBar,
        run: () => navigate(`/dashboards/${id}`),
      })),
    },
    {
      label: 'Data sources',
      commands: (sources.data?.pages.flatMap(({ items }) => items) ?? []).map(({ id, name, fileName }) => ({
        id,
        label: name,
        hint: fileName,
        icon: IconDatabase,
        run: () => navigate(`/sources/${id}`),
      })),
    },
    {
      label: 'Actions',
      commands: [
        ...(upload.allowed
          ? [{ id: 'add', label: 'Add data', hint: 'U', icon: IconUpload, run: () => upload.open() }]
          : []),
        { id: 'light', label: 'Use the light theme', icon: IconSun, run: () => setColorScheme('light') },
        { id: 'dark', label: 'Use the dark theme', icon: IconMoon, run: () => setColorScheme('dark') },
        { id: 'shortcuts', label: 'Keyboard shortcuts', hint: '?', icon: IconKeyboard, run: onShortcuts },
        { id: 'log-out', label: 'Log out', icon: IconLogout, run: () => logOut.mutate() },
      ],
    },
  ];
  return groups
    .map(({ label, commands }) => ({ label, commands: matching(commands, text).slice(0, PER_GROUP) }))
    .filter(({ commands }) => commands.length > 0);
}

/** Every word typed stands somewhere in the name, in any order. */
function matching(commands: Command[], text: string): Command[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ label }) => words.every((word) => label.toLocaleLowerCase().includes(word)));
}
