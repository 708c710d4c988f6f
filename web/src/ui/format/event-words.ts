const WORDS: Readonly<Record<string, string>> = {
  'auth.login': 'Logged in',
  'auth.login_failed': 'Log-in failed',
  'auth.logout': 'Logged out',
  'auth.mfa_enabled': 'Turned two-step verification on',
  'auth.mfa_disabled': 'Turned two-step verification off',
  'auth.mfa_failed': 'Wrong code at the log-in',
  'auth.password_changed': 'Changed the password',
  'session.revoked': 'Ended a session',
  'member.invited': 'Invited a member',
  'member.joined': 'Joined the organization',
  'member.role_changed': 'Changed a role',
  'member.removed': 'Removed a member',
  'member.disabled': 'Disabled a member',
  'member.enabled': 'Enabled a member',
  'invitation.resent': 'Sent an invitation again',
  'invitation.withdrawn': 'Withdrew an invitation',
  'invitation.role_changed': 'Changed the role of an invitation',
  'role.created': 'Made a role',
  'role.updated': 'Changed a role’s permissions',
  'role.deleted': 'Deleted a role',
  'organization.ownership_transferred': 'Transferred the organization',
  'organization.transfer_requested': 'Offered the ownership',
  'organization.transfer_withdrawn': 'Withdrew the offer of ownership',
  'organization.transfer_declined': 'Declined the ownership',
  'organization.deletion_requested': 'Asked for the deletion of the organization',
  'organization.deletion_undone': 'Kept the organization from deletion',
  'settings.changed': 'Changed settings',
  'plan.changed': 'Changed the plan',
  'billing.changed': 'Payments changed',
  'api_key.created': 'Created an API key',
  'api_key.revoked': 'Revoked an API key',
  'data_source.created': 'Connected a data source',
  'data_source.updated': 'Changed a data source',
  'data_source.deleted': 'Deleted a data source',
  'data_source.synced': 'Loaded a data source',
  'dashboard.created': 'Created a dashboard',
  'dashboard.updated': 'Changed a dashboard',
  'dashboard.deleted': 'Deleted a dashboard',
  'dashboard.shared': 'Shared a dashboard',
  'analysis.run': 'Ran an analysis',
  'export.downloaded': 'Downloaded an export',
  'secret.rotated': 'Rotated a secret',
};

const TOPICS: Readonly<Record<string, string>> = {
  auth: 'Log-in',
  session: 'Sessions',
  member: 'Members',
  invitation: 'Invitations',
  role: 'Roles',
  organization: 'Organization',
  plan: 'Plan',
  billing: 'Payments',
  analysis: 'Analyses',
  export: 'Exports',
  secret: 'Secrets',
  settings: 'Settings',
  api_key: 'API keys',
  data_source: 'Data sources',
  dashboard: 'Dashboards',
};

/** What happened, in words; a type that is newer than this page is at least readable. */
export function eventName(type: string): string {
  return WORDS[type] ?? sentence(type);
}

function sentence(type: string): string {
  const words = type.replaceAll(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What was changed, as “first name: Ada → Augusta”, from details such as firstName.before and firstName.after. */
export function changesIn(details: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(details)
    .filter((key) => key.endsWith('.after'))
    .map((key) => key.slice(0, -'.after'.length));
  return names
    .sort()
    .map((name) => `${inWords(name)}: ${details[`${name}.before`] || 'none'} → ${details[`${name}.after`] || 'none'}`);
}

function inWords(name: string): string {
  return name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** All kinds that have a word, by what they are about. */
export function eventGroups(): { group: string; types: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const type of Object.keys(WORDS)) {
    const topic = type.split('.')[0] ?? type;
    groups.set(topic, [...(groups.get(topic) ?? []), type]);
  }
  return [...groups].map(([topic, types]) => ({ group: TOPICS[topic] ?? sentence(topic), types }));
}
