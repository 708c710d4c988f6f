import type { PlanFacts } from '#/api/types';

/* Of routes that openapi.json does not tell of yet. */

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

export interface PlanState {
  plan: string;
  since?: string;
  trialEndsAt?: string;
  provider: 'manual' | 'stripe';
  plans: PlanFacts[];
  can: { change: boolean; manageBilling: boolean };
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

export interface RegistrationMode {
  mode: 'open' | 'closed' | 'domains';
  domains?: string[];
}
