import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '#/api/client';
import type { Feature, PlanState, Usage } from '#/api/types';

/** The organization's plan, and what all plans have. */
export const planQuery = () =>
  queryOptions({ queryKey: ['plan'], queryFn: ({ signal }) => api.get<PlanState>('/plan', { signal }) });

/** Whether the plan has a feature, as far as it is known yet, and else the cheapest that does. */
export function useFeature(feature: Feature): { lacking: boolean; plan?: string; neededPlan?: string } {
  const state = useQuery(planQuery()).data;
  if (state === undefined) return { lacking: false };
  const having = state.plans.filter(({ features }) => features.includes(feature));
  const cheapest = having.toSorted((a, b) => a.priceUsd - b.priceUsd)[0];
  return {
    lacking: !having.some(({ name }) => name === state.plan),
    plan: state.plan,
    ...(cheapest === undefined ? {} : { neededPlan: cheapest.name }),
  };
}

/** What of the plan's limits is used up. */
export const usageQuery = () =>
  queryOptions({
    queryKey: ['usage'],
    queryFn: async ({ signal }) => (await api.get<{ items: Usage[] }>('/usage', { signal })).items,
  });
