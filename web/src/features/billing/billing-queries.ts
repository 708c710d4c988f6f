import { mutationOptions } from '@tanstack/react-query';
import type { PlanState } from '#/api/access-types';
import { api } from '#/api/client';

/** A paid plan with a payment provider leads to its page first; until it is paid, nothing changes. */
export type PlanChange = PlanState | { checkoutUrl: string };

export const billingQueries = {
  change: () => mutationOptions({ mutationFn: (plan: string) => api.put<PlanChange>('/plan', { body: { plan } }) }),

  /** Where invoices and the way to pay are. */
  portal: () => mutationOptions({ mutationFn: () => api.post<{ url: string }>('/plan/portal') }),
};
