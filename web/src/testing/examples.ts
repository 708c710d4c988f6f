import type {
  ApiKey,
  Dashboard,
  DashboardData,
  DataSource,
  DataSourceStatistics,
  Feature,
  Invitation,
  Job,
  Me,
  Member,
  Mfa,
  Organization,
  PlanFacts,
  PlanState,
  QueryResult,
  Role,
  Session,
  Widget,
} from '#/api/types';

const NOON = '2024-05-01T12:00:00Z';

export function aSource(over: Partial<DataSource> = {}): DataSource {
  return {
    id: 's1',
    name: 'Sales',
    type: 'file',
    format: 'csv',
    fileName: 'sales.csv',
    bytes: 2048,
    status: 'active',
    tables: [
      {
        name: 'sales',
        rows: 1200,
        columns: [
          { name: 'city', type: 'text' },
          { name: 'amount', type: 'decimal' },
        ],
      },
    ],
    createdAt: NOON,
    lastSyncedAt: NOON,
    dashboardId: 'd1',
    can: { edit: true, replace: true, delete: true },
    ...over,
  };
}

export function someStatistics(): DataSourceStatistics {
  return {
    tables: [
      {
        name: 'sales',
        rows: 1200,
        rejectedCells: 1,
        rejects: [{ row: 7, column: 'amount', text: 'n/a', reason: 'not a number' }],
        columns: [
          {
            name: 'city',
            type: 'text',
            count: 1200,
            nulls: 0,
            distinct: 2,
            top: [
              { value: 'Bern', count: 900 },
              { value: 'Basel', count: 300 },
            ],
            histogram: [],
          },
          {
            name: 'amount',
            type: 'decimal',
            count: 1200,
            nulls: 300,
            distinct: 40,
            min: '1',
            max: '9',
            mean: 4.5,
            top: [],
            histogram: [
              { from: 1, to: 5, count: 500 },
              { from: 5, to: 9, count: 400 },
            ],
          },
        ],
      },
    ],
  };
}

export function aResult(over: Partial<QueryResult> = {}): QueryResult {
  return {
    columns: [
      { name: 'city', type: 'text' },
      { name: 'sum_amount', type: 'decimal' },
    ],
    rows: [
      ['Bern', 30],
      ['Basel', 12.5],
    ],
    truncated: false,
    cached: false,
    sql: 'SELECT city, sum(amount) FROM sales GROUP BY city',
    computedAt: NOON,
    elapsedMillis: 3,
    ...over,
  };
}

export function aWidget(over: Partial<Widget> = {}): Widget {
  return {
    id: 'w1',
    type: 'bar',
    title: 'Amount by city',
    query: {
      dataSourceId: 's1',
      table: 'sales',
      measures: [{ function: 'sum', field: 'amount' }],
      dimensions: [{ field: 'city' }],
    },
    layout: { x: 0, y: 0, w: 6, h: 4 },
    options: {},
    ...over,
  };
}

export function aDashboard(over: Partial<Dashboard> = {}): Dashboard {
  return {
    id: 'd1',
    name: 'Sales - Data Insights',
    dataSourceId: 's1',
    widgets: [aWidget()],
    filters: [
      { id: 'period', kind: 'dateRange', label: 'Sold on', table: 'sales', field: 'sold_on' },
      { id: 'city', kind: 'category', label: 'City', table: 'sales', field: 'city' },
    ],
    createdAt: NOON,
    updatedAt: NOON,
    can: { edit: true, delete: true, export: true },
    ...over,
  };
}

export function someData(over: Partial<DashboardData> = {}): DashboardData {
  return {
    widgets: [{ id: 'w1', result: aResult() }],
    filters: [
      { id: 'period', min: '2023-01-01', max: '2024-04-30' },
      {
        id: 'city',
        values: [
          { value: 'Bern', count: 900 },
          { value: 'Basel', count: 300 },
        ],
      },
    ],
    ...over,
  };
}

export function aJob(over: Partial<Job> = {}): Job {
  return { id: 'j1', kind: 'file_import', status: 'running', progress: 0.5, createdAt: NOON, ...over };
}

export function me(over: Partial<Me> = {}): Me {
  return {
    account: { id: 'a1', email: 'ada@example.com', emailVerified: true },
    organization: { id: 'o1', name: 'Analytical Engines', plan: 'professional' },
    role: 'owner',
    roleName: 'Owner',
    permissions: ['manage_security_settings', 'view_dashboard'],
    mfaEnabled: false,
    codeRequired: false,
    mfaEnrolmentRequired: false,
    idleTimeoutMinutes: 30,
    ...over,
  };
}

export function aSession(over: Partial<Session> = {}): Session {
  return {
    id: 'n1',
    current: false,
    device: { browser: 'Firefox', system: 'Windows', kind: 'desktop' },
    ip: '203.0.113.7',
    userAgent: 'Mozilla/5.0',
    createdAt: NOON,
    lastUsedAt: NOON,
    ...over,
  };
}

export function anMfa(over: Partial<Mfa> = {}): Mfa {
  return { totp: false, backupCodesLeft: 0, available: true, required: false, ...over };
}

export const BACKUP_CODES = Array.from({ length: 10 }, (_, place) => `code-${place}`);

export function aMember(over: Partial<Member> = {}): Member {
  return {
    id: 'a2',
    email: 'bob@example.com',
    firstName: 'Bob',
    lastName: 'Bale',
    role: { id: 'member', name: 'Member' },
    status: 'active',
    joinedAt: NOON,
    lastActiveAt: NOON,
    mfaEnabled: true,
    you: false,
    can: { changeRole: true, disable: true, remove: true, resetMfa: true, endSessions: true },
    ...over,
  };
}

const NOTHING = { changeRole: false, disable: false, remove: false, resetMfa: false, endSessions: false };

/** The owner: oneself, who can't be touched here. */
export function anOwner(): Member {
  return aMember({
    id: 'a1',
    email: 'ada@example.com',
    firstName: 'Ada',
    lastName: 'Lovelace',
    role: { id: 'owner', name: 'Owner' },
    you: true,
    can: NOTHING,
  });
}

export function anInvitation(over: Partial<Invitation> = {}): Invitation {
  return {
    id: 'i1',
    email: 'eve@example.com',
    role: { id: 'member', name: 'Member' },
    invitedBy: { id: 'a1', email: 'ada@example.com' },
    createdAt: NOON,
    expiresAt: NOON,
    status: 'pending',
    can: { resend: true, withdraw: true, changeRole: true },
    ...over,
  };
}

export function anApiKey(over: Partial<ApiKey> = {}): ApiKey {
  return {
    id: 'k1',
    name: 'Nightly export',
    description: '',
    prefix: 'claribi_0123456789ab',
    createdBy: { id: 'a1', email: 'ada@example.com' },
    createdAt: NOON,
    useCount: 0,
    ...over,
  };
}

export function aRole(over: Partial<Role> = {}): Role {
  return {
    id: 'member',
    name: 'Member',
    description: 'Reads.',
    builtIn: true,
    permissions: ['view_dashboard'],
    ownPermissions: [],
    memberCount: 0,
    can: { edit: false, delete: false },
    ...over,
  };
}

/** The built-in ones, as far as a test needs them, and one of the organization's own. */
export function someRoles(): Role[] {
  return [
    aRole({ id: 'owner', name: 'Owner', permissions: ['delete_organization', 'view_dashboard'], memberCount: 1 }),
    aRole({ id: 'analyst', name: 'Analyst' }),
    aRole({ memberCount: 1 }),
    aRole({
      id: 'r1',
      name: 'Data steward',
      description: 'Keeps sources in order',
      builtIn: false,
      permissions: ['view_dashboard', 'edit_dashboard'],
      ownPermissions: ['edit_dashboard'],
      memberCount: 2,
      can: { edit: true, delete: true },
    }),
  ];
}

export function aPlan(over: Partial<PlanState> = {}): PlanState {
  const plan = (name: string, priceUsd: number, features: Feature[], members: number): PlanFacts => ({
    name,
    priceUsd,
    trialDays: 0,
    features,
    limits: { members, data_sources: 3, storage: 1_000_000_000, ai_credits: 0, audit_log: 0 },
  });
  const all: Feature[] = ['mfa', 'role_management', 'custom_roles', 'audit_log'];
  return {
    plan: 'professional',
    since: NOON,
    provider: 'manual',
    plans: [
      plan('free', 0, [], 1),
      { ...plan('trial', 0, ['mcp_catalog'], 1), trialDays: 14 },
      plan('starter', 99, ['mcp_catalog'], 3),
      plan('professional', 199, ['mcp_catalog', ...all], 15),
      plan('enterprise', 999, ['mcp_catalog', ...all, 'audit_export'], 100),
    ],
    can: { change: true, manageBilling: false },
    ...over,
  };
}

export function anOrganization(over: Partial<Organization> = {}): Organization {
  return {
    id: 'o1',
    name: 'Analytical Engines',
    plan: 'professional',
    createdAt: NOON,
    state: 'active',
    can: { edit: true, transfer: true, delete: true },
    ...over,
  };
}
