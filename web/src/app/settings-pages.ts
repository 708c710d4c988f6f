/** Pages within the settings. Some are only for who holds a permission. */
export const SETTINGS_PAGES: readonly { label: string; path: string; permission?: string }[] = [
  { label: 'Account', path: '/settings/account' },
  { label: 'Security', path: '/settings/security' },
  { label: 'Activity', path: '/settings/activity' },
  { label: 'Security policy', path: '/settings/organization/security', permission: 'manage_security_settings' },
];
