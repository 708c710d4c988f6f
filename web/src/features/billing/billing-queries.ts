import { mutationOptions } from '@tanstack/react-query';
import { api } from '#/api/client';
import type { PlanState } from '#/api/types';

export const billingQueries = {
  change: () => mutationOptions({ mutationFn: (plan: string) => api.put<PlanState>('/plan', { body: { plan } }) }),
};
