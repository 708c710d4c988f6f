import { describe, expect, it } from 'vitest';
import type { Feature, Limit, PlanFacts, Usage } from '#/api/types';
import { amount, gains, losses } from '#/features/billing/plan-words';

const plan = (features: Feature[], limits: Record<string, number>): PlanFacts => ({
  name: 'x',
  priceUsd: 0,
  trialDays: 0,
  features,
  limits,
});

const SMALL = plan([], { members: 1, data_sources: 3, storage: 1_000_000_000 });
const BIG = plan(['mfa', 'audit_log'], { members: 15, data_sources: 15, storage: 10_000_000_000 });

describe('moving to another plan', () => {
  it('brings what the other has more of', () => {
    expect(gains(SMALL, BIG)).toEqual([
      'Members: 15',
      'Data sources: 15',
      'Storage: 10 GB',
      'Two-step verification',
      'Audit log',
    ]);
    expect(gains(BIG, SMALL)).toEqual([]);
  });

  it('takes away only what is beyond the other', () => {
    const usage: Usage[] = [
      { limit: 'members', used: 4, allowed: 15 },
      { limit: 'data_sources', used: 3, allowed: 15 },
    ];

    expect(losses(BIG, SMALL, usage)).toEqual([
      '4 seats are in use and the plan has 1: nobody is removed, but nobody can be invited.',
      'Not part of it: Two-step verification, Audit log.',
      'Whoever has two-step verification keeps it.',
      'Events are recorded all the same; an upgrade shows them again.',
    ]);
    expect(losses(SMALL, BIG, usage)).toEqual([]);
  });

  it('pauses the younger sources', () => {
    expect(losses(SMALL, SMALL, [{ limit: 'data_sources', used: 5, allowed: 3 }])).toEqual([
      'The 3 oldest of 5 data sources go on; the others pause.',
    ]);
  });
});

it.each<[Limit, number, string]>([
  ['storage', 5_000_000_000, '5 GB'],
  ['audit_log', 365, '365 days'],
  ['result_cache', 1, '1 day'],
  ['members', 1500, '1,500'],
])('writes %s as people read it', (limit, value, words) => {
  expect(amount(limit, value)).toBe(words);
});
