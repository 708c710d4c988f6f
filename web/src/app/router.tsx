import { createBrowserRouter, Navigate } from 'react-router';
import { EnrolmentGate } from '#/app/EnrolmentGate';
import { Frame } from '#/app/Frame';
import { NotFound } from '#/app/NotFound';
import { OrganizationGate } from '#/app/OrganizationGate';
import { RequireSession } from '#/app/RequireSession';
import { RouteError } from '#/app/RouteError';
import { StepUpGate } from '#/app/StepUpGate';

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
    path: '/accept-invitation',
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('#/app/routes/AcceptInvitationRoute')).AcceptInvitationRoute }),
  },
  {
    path: '/two-step',
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    lazy: async () => {
      const { EnrolmentRoute } = await import('#/app/routes/EnrolmentRoute');
      return {
        element: (
          <RequireSession>
            <EnrolmentRoute />
          </RequireSession>
        ),
      };
    },
  },
  {
    path: '/',
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    element: (
      <RequireSession>
        <OrganizationGate>
          <EnrolmentGate>
            <StepUpGate>
              <Frame />
            </StepUpGate>
          </EnrolmentGate>
        </OrganizationGate>
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
        path: 'settings',
        lazy: async () => ({ Component: (await import('#/app/routes/SettingsRoute')).SettingsRoute }),
        children: [
          { index: true, element: <Navigate to="/settings/account" replace /> },
          {
            path: 'account',
            lazy: async () => ({ Component: (await import('#/app/routes/AccountRoute')).AccountRoute }),
          },
          {
            path: 'security',
            lazy: async () => ({ Component: (await import('#/app/routes/SecurityRoute')).SecurityRoute }),
          },
          {
            path: 'security/two-step',
            lazy: async () => ({ Component: (await import('#/app/routes/TwoStepRoute')).TwoStepRoute }),
          },
          {
            path: 'activity',
            lazy: async () => ({ Component: (await import('#/app/routes/ActivityRoute')).ActivityRoute }),
          },
          {
            path: 'organization',
            lazy: async () => ({ Component: (await import('#/app/routes/OrganizationRoute')).OrganizationRoute }),
          },
          {
            path: 'organization/members',
            lazy: async () => ({ Component: (await import('#/app/routes/MembersRoute')).MembersRoute }),
          },
          {
            path: 'organization/roles',
            lazy: async () => ({ Component: (await import('#/app/routes/RolesRoute')).RolesRoute }),
          },
          {
            path: 'organization/roles/:roleId',
            lazy: async () => ({ Component: (await import('#/app/routes/RoleRoute')).RoleRoute }),
          },
          {
            path: 'billing',
            lazy: async () => ({ Component: (await import('#/features/billing/BillingPage')).BillingPage }),
          },
          {
            path: 'developer/api-keys',
            lazy: async () => ({ Component: (await import('#/app/routes/ApiKeysRoute')).ApiKeysRoute }),
          },
          {
            path: 'audit-log',
            lazy: async () => ({ Component: (await import('#/features/audit/AuditPage')).AuditPage }),
          },
          {
            path: 'organization/security',
            lazy: async () => ({
              Component: (await import('#/app/routes/OrganizationSecurityRoute')).OrganizationSecurityRoute,
            }),
          },
        ],
      },
      { path: '*', Component: NotFound },
    ],
  },
]);
