/* Of routes that openapi.json does not tell of yet. */

export interface RoleName {
  id: string;
  name: string;
}

export type Reach = 'all' | 'own' | 'none';

export interface PermissionFacts {
  name: string;
  category: string;
  text: string;
  ownerOnly: boolean;
  roles: Record<string, Reach>;
}

export interface Role {
  id: string;
  name: string;
  description?: string;
  builtIn: boolean;
  base?: string;
  permissions: string[];
  /** Those of the permissions that reach only what one has created oneself. */
  ownPermissions: string[];
  memberCount: number;
  can: { edit: boolean; delete: boolean };
}

export interface RoleRequest {
  name: string;
  description?: string;
  base?: string;
  permissions: string[];
  ownPermissions: string[];
}

export interface Member {
  id: string;
  email: string;
  firstName?: string;
  lastName?: string;
  role: RoleName;
  status: 'active' | 'disabled';
  joinedAt: string;
  lastActiveAt?: string;
  mfaEnabled: boolean;
  you: boolean;
  can: { changeRole: boolean; disable: boolean; remove: boolean; resetMfa: boolean; endSessions: boolean };
}

export interface Invitation {
  id: string;
  email: string;
  role: RoleName;
  message?: string;
  invitedBy?: { id: string; email: string };
  createdAt: string;
  expiresAt: string;
  status: 'pending' | 'expired';
  can: { resend: boolean; withdraw: boolean; changeRole: boolean };
}

export interface InvitationOutcome {
  created: Invitation[];
  refused: { email: string; code: string; detail: string }[];
}

export interface InvitationLook {
  organizationName: string;
  email: string;
  roleName: string;
  inviterName?: string;
  message?: string;
  expiresAt: string;
  hasAccount: boolean;
}

export interface Transfer {
  to: { id: string; email: string; name?: string };
  expiresAt: string;
  can: { accept: boolean; withdraw: boolean; decline: boolean };
}

export interface Organization {
  id: string;
  name: string;
  plan: string;
  createdAt: string;
  state: 'active' | 'closing';
  closesAt?: string;
  transfer?: Transfer;
  can: { edit: boolean; transfer: boolean; delete: boolean };
}

export interface PlanFacts {
  name: string;
  priceUsd: number;
  trialDays?: number;
  features: string[];
  limits: Record<string, number>;
}

export interface PlanState {
  plan: string;
  since?: string;
  trialEndsAt?: string;
  provider: 'manual' | 'stripe';
  plans: PlanFacts[];
  can: { change: boolean; manageBilling: boolean };
}

export interface Usage {
  limit: string;
  used: number;
  allowed: number;
  resetsAt?: string;
}

export interface AuditEvent {
  id: string;
  occurredAt: string;
  actor: { type: string; id?: string; email?: string };
  type: string;
  target: { type: string; id?: string; name?: string };
  outcome: string;
  ip?: string;
  userAgent?: string;
  details: Record<string, string>;
}
