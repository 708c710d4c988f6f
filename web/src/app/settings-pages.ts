export interface SettingsPage {
  label: string;
  path: string;
  group: 'You' | 'Organization' | 'Developer';
  /** For who holds it only. */
  permission?: string;
  /** Tables need more than the width of a form. */
  wide?: boolean;
}

/** Pages within the settings. */
export const SETTINGS_PAGES: readonly SettingsPage[] = [
  { label: 'Account', path: '/settings/account', group: 'You' },
  { label: 'Security', path: '/settings/security', group: 'You' },
  { label: 'Activity', path: '/settings/activity', group: 'You' },
  { label: 'General', path: '/settings/organization', group: 'Organization' },
  {
    label: 'Members',
    path: '/settings/organization/members',
    group: 'Organization',
    permission: 'view_users',
    wide: true,
  },
  {
    label: 'Roles',
    path: '/settings/organization/roles',
    group: 'Organization',
    permission: 'view_users',
    wide: true,
  },
  {
    label: 'Security policy',
    path: '/settings/organization/security',
    group: 'Organization',
    permission: 'manage_security_settings',
  },
  { label: 'Billing', path: '/settings/billing', group: 'Organization', wide: true },
  {
    label: 'Audit log',
    path: '/settings/audit-log',
    group: 'Organization',
    permission: 'view_audit_logs',
    wide: true,
  },
  { label: 'API keys', path: '/settings/developer/api-keys', group: 'Developer', wide: true },
];

/** Those that somebody with these permissions has anything to do with. */
export function pagesFor(permissions: readonly string[]): SettingsPage[] {
  return SETTINGS_PAGES.filter(({ permission }) => permission === undefined || permissions.includes(permission));
}
