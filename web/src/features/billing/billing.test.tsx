import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { BillingPage } from '#/features/billing/BillingPage';
import { TrialBanner } from '#/features/billing/TrialBanner';
import { aPlan } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const USAGE = [
  { limit: 'members', used: 2, allowed: 15 },
  { limit: 'storage', used: 9_500_000_000, allowed: 10_000_000_000 },
  { limit: 'ai_credits', used: 1500, allowed: 1500, resetsAt: '2099-01-01T00:00:00Z' },
  { limit: 'generations', used: 0, allowed: 0 },
];

beforeEach(() => {
  answers('get', '/plan', aPlan());
  answers('get', '/usage', { items: USAGE });
});

const card = async (name: string) => within(await screen.findByRole('listitem', { name: `${name} plan` }));

describe('the plans', () => {
  it('show their shape while they load', async () => {
    neverAnswers('/plan');
    show(<BillingPage />);

    expect(await screen.findByRole('status', { name: 'Loading the plans' })).toBeInTheDocument();
  });

  it('tell why they can’t be shown', async () => {
    refuses('/plan', 503, { code: 'UNAVAILABLE', detail: 'Try again soon.' });
    show(<BillingPage />);

    expect(await screen.findByRole('alert')).toHaveTextContent('Try again soon.');
  });

  it('stand side by side, one’s own marked, the trial not to be chosen', async () => {
    show(<BillingPage />);

    expect((await card('Professional')).getByText('Your plan')).toBeVisible();
    expect((await card('Professional')).queryByRole('button')).toBeNull();
    expect((await card('Enterprise')).getByText('$999 a month')).toBeVisible();
    expect((await card('Trial')).queryByRole('button')).toBeNull();
    expect((await card('Free')).getByRole('button', { name: 'Change to Free' })).toBeVisible();
  });

  it('are for the owner to choose from', async () => {
    answers('get', '/plan', aPlan({ can: { change: false, manageBilling: false } }));
    show(<BillingPage />);

    expect(await screen.findByText('The owner of the organization can change the plan.')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('another plan', () => {
  const choose = async (name: string) =>
    userEvent.click((await card(name)).getByRole('button', { name: `Change to ${name}` }));

  it('says what it takes away before it does', async () => {
    const requests = records('put', '/plan', aPlan({ plan: 'free' }));
    show(<BillingPage />);

    await choose('Free');
    const dialog = within(screen.getByRole('dialog', { name: 'Change to Free?' }));
    expect(await dialog.findByText(/2 seats are in use and the plan has 1/)).toBeVisible();
    expect(dialog.getByText(/keeps it/)).toBeVisible();
    expect(requests).toHaveLength(0);
    await userEvent.click(dialog.getByRole('button', { name: 'Change to Free' }));

    expect(await screen.findByText('The organization is on the Free plan')).toBeVisible();
    expect(await requests[0]?.json()).toEqual({ plan: 'free' });
  });

  it('tells why it is refused', async () => {
    refuses('/plan', 403, { code: 'PERMISSION_DENIED', permission: 'manage_subscription' }, 'put');
    show(<BillingPage />);

    await choose('Enterprise');
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Change to Enterprise' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('manage_subscription');
  });
});

describe('the usage', () => {
  it('says in words how much is left', async () => {
    show(<BillingPage />);

    expect(await screen.findByText('2 of 15')).toBeVisible();
    expect(screen.getByText('9.5 GB of 10 GB')).toBeVisible();
    expect(screen.getByText('Nearly used up.')).toBeVisible();
    expect(screen.getByText(/Used up\. Starts anew/)).toBeVisible();
    expect(screen.getByText('not part of the plan')).toBeVisible();
  });

  it('tells why it can’t be shown', async () => {
    refuses('/usage', 503, { code: 'UNAVAILABLE', detail: 'Try again soon.' });
    show(<BillingPage />);

    expect(await screen.findByText('Try again soon.')).toBeVisible();
  });
});

describe('the trial', () => {
  const ending = (days: number, change = true) => {
    const trialEndsAt = new Date(Date.now() + days * 86_400_000).toISOString();
    answers('get', '/plan', aPlan({ plan: 'trial', trialEndsAt, can: { change, manageBilling: change } }));
  };

  it('is said to end in its last days, to who can choose another plan', async () => {
    ending(3);
    show(<TrialBanner />);

    expect(await screen.findByRole('status')).toHaveTextContent('The trial ends in 3 days.');
  });

  it.each([
    [10, true],
    [3, false],
  ])('is no news with %i days to go for who can choose: %s', async (days, change) => {
    ending(days, change);
    show(
      <>
        <TrialBanner />
        <BillingPage />
      </>,
    );

    expect(await card('Trial')).toBeDefined();
    expect(screen.queryByText(/The trial ends/)).toBeNull();
  });
});
