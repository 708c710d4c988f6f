import type { PlanFacts } from '#/api/types';

/* Of routes that openapi.json does not tell of yet. */

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
