import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api } from '#/api/client';
import type { BillingPageLink, BillingState, PlanState } from '#/api/types';
import { leaveFor } from '#/ui/leave-for';

const lead = ({ url }: BillingPageLink) => leaveFor(url);

export const billingQueries = {
  /** For who may see to payments. */
  present: () =>
    queryOptions({ queryKey: ['billing'], queryFn: ({ signal }) => api.get<BillingState>('/billing', { signal }) }),
  change: () => mutationOptions({ mutationFn: (plan: string) => api.put<PlanState>('/plan', { body: { plan } }) }),
  /** Ends on the page where the plan is paid. */
  checkOut: () =>
    mutationOptions({
      mutationFn: (plan: string) => api.post<BillingPageLink>('/billing/checkout', { body: { plan } }),
      onSuccess: lead,
    }),
  /** Ends on the page with the invoices and the ways to pay. */
  manage: () => mutationOptions({ mutationFn: () => api.post<BillingPageLink>('/billing/portal'), onSuccess: lead }),
};
