import { IconChartBar, IconDatabase, IconSettings } from '@tabler/icons-react';
import type { QueryClient } from '@tanstack/react-query';
import { dashboardQueries } from '#/features/dashboards/dashboard-queries';
import { sourceQueries } from '#/features/sources/source-queries';

export interface Destination {
  label: string;
  path: string;
  icon: typeof IconChartBar;
  /** Pressed after “g”. */
  key: string;
  /** Loads code and data while the pointer is still on its way. */
  prefetch: (queries: QueryClient) => void;
}

export const MAIN: readonly Destination[] = [
  {
    label: 'Dashboards',
    path: '/dashboards',
    icon: IconChartBar,
    key: 'd',
    prefetch: (queries) => {
      void import('#/app/routes/DashboardListRoute');
      void queries.prefetchInfiniteQuery(dashboardQueries.list());
    },
  },
  {
    label: 'Data sources',
    path: '/sources',
    icon: IconDatabase,
    key: 's',
    prefetch: (queries) => {
      void import('#/app/routes/SourceListRoute');
      void queries.prefetchInfiniteQuery(sourceQueries.list());
    },
  },
];

export const SETTINGS: Destination = {
  label: 'Settings',
  path: '/settings',
  icon: IconSettings,
  key: 'a',
  prefetch: () => {
    void import('#/app/routes/SettingsRoute');
    void import('#/app/routes/AccountRoute');
  },
};
