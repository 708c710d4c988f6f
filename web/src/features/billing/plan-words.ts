import type { Feature, Limit, PlanFacts, Usage } from '#/api/types';
import { formatBytes, formatCount } from '#/ui/format/number';

const FEATURES: Readonly<Record<Feature, string>> = {
  mcp_catalog: 'Connected services',
  custom_mcp: 'Own services',
  forecasting: 'Forecasts',
  mfa: 'Two-step verification',
  sso: 'Single sign-on',
  role_management: 'Changing roles',
  custom_roles: 'Custom roles',
  schedules: 'Schedules',
  public_links: 'Public links',
  comments: 'Comments',
  audit_log: 'Audit log',
  audit_export: 'Audit export',
};

const LIMITS: Readonly<Record<Limit, string>> = {
  members: 'Members',
  data_sources: 'Data sources',
  storage: 'Storage',
  file_size: 'One file',
  ai_credits: 'AI credits/month',
  api_requests: 'API requests/h',
  generations: 'Generations/h',
  result_cache: 'Result cache',
  audit_log: 'Audit log',
};

const FEATURE_NAMES = Object.keys(FEATURES) as Feature[];
const LIMIT_NAMES = Object.keys(LIMITS) as Limit[];

/** In the order in which plans are compared. */
export function limitsOf({ limits }: PlanFacts): Limit[] {
  return LIMIT_NAMES.filter((name) => name in limits);
}

/** All that any of the plans has. */
export function featuresOf(plans: readonly PlanFacts[]): Feature[] {
  return FEATURE_NAMES.filter((name) => plans.some(({ features }) => features.includes(name)));
}

export function featureName(feature: Feature): string {
  return FEATURES[feature];
}

export function limitName(limit: Limit): string {
  return LIMITS[limit];
}

export function amount(limit: Limit, value: number): string {
  if (limit === 'storage' || limit === 'file_size') return formatBytes(value);
  if (limit === 'result_cache' || limit === 'audit_log') return days(value);
  return formatCount(value);
}

export function days(count: number): string {
  return count === 1 ? '1 day' : `${formatCount(count)} days`;
}

export function price({ priceUsd }: PlanFacts): string {
  return priceUsd === 0 ? 'Free' : `$${formatCount(priceUsd)} a month`;
}

/** What moving from one plan to another brings. */
export function gains(from: PlanFacts, to: PlanFacts): string[] {
  const features = to.features.filter((each) => !from.features.includes(each)).map(featureName);
  const more = limitsOf(to)
    .filter((limit) => (to.limits[limit] ?? 0) > (from.limits[limit] ?? 0))
    .map((limit) => `${limitName(limit)}: ${amount(limit, to.limits[limit] ?? 0)}`);
  return [...more, ...features];
}

/** What it takes away or pauses, by what is in use. Nothing is ever deleted by it. */
export function losses(from: PlanFacts, to: PlanFacts, usage: readonly Usage[]): string[] {
  const sentences: string[] = [];
  const beyond = (limit: Limit) => {
    const used = usage.find((each) => each.limit === limit)?.used ?? 0;
    const allowed = to.limits[limit];
    return allowed !== undefined && used > allowed ? { used, allowed } : undefined;
  };
  const members = beyond('members');
  if (members !== undefined) {
    sentences.push(
      `${formatCount(members.used)} seats are in use and the plan has ${formatCount(members.allowed)}: nobody is removed, but nobody can be invited.`,
    );
  }
  const sources = beyond('data_sources');
  if (sources !== undefined) {
    sentences.push(
      `The ${formatCount(sources.allowed)} oldest of ${formatCount(sources.used)} data sources go on; the others pause.`,
    );
  }
  const storage = beyond('storage');
  if (storage !== undefined) {
    sentences.push(
      `${formatBytes(storage.used)} are stored and the plan has ${formatBytes(storage.allowed)}: what is there stays, nothing can be added.`,
    );
  }
  const lost = from.features.filter((each) => !to.features.includes(each));
  if (lost.length > 0) sentences.push(`Not part of it: ${lost.map(featureName).join(', ')}.`);
  if (lost.includes('mfa')) sentences.push('Whoever has two-step verification keeps it.');
  if (lost.includes('audit_log')) sentences.push('Events are recorded all the same; an upgrade shows them again.');
  return sentences;
}
