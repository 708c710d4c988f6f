import { createBrowserRouter, Navigate } from 'react-router';
import { Frame } from '#/app/Frame';
import { NotFound } from '#/app/NotFound';
import { RequireSession } from '#/app/RequireSession';
import { RouteError } from '#/app/RouteError';

export const router = createBrowserRouter([
  {
    path: '/login',
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('#/app/routes/LoginRoute')).LoginRoute }),
  },
  {
    path: '/register',
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('#/app/routes/RegisterRoute')).RegisterRoute }),
  },
  {
    path: '/forgot',
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('#/features/auth/ForgotPassword')).ForgotPassword }),
  },
  {
    path: '/reset',
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('#/features/auth/ResetPassword')).ResetPassword }),
  },
  {
    path: '/verify',
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('#/features/auth/VerifyLink')).VerifyLink }),
  },
  {
    path: '/',
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    element: (
      <RequireSession>
        <Frame />
      </RequireSession>
    ),
    children: [
      // Dashboards are what one comes for; their page also receives who has none yet.
      { index: true, element: <Navigate to="/dashboards" replace /> },
      {
        path: 'dashboards',
        lazy: async () => ({ Component: (await import('#/app/routes/DashboardListRoute')).DashboardListRoute }),
      },
      {
        path: 'dashboards/:dashboardId',
        lazy: async () => ({ Component: (await import('#/app/routes/DashboardRoute')).DashboardRoute }),
      },
      {
        path: 'sources',
        lazy: async () => ({ Component: (await import('#/app/routes/SourceListRoute')).SourceListRoute }),
      },
      {
        path: 'sources/:sourceId',
        lazy: async () => ({ Component: (await import('#/app/routes/SourceRoute')).SourceRoute }),
      },
      {
        path: 'settings/account',
        lazy: async () => ({ Component: (await import('#/app/routes/AccountRoute')).AccountRoute }),
      },
      { path: '*', Component: NotFound },
    ],
  },
]);
