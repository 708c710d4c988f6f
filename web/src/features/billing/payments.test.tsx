import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BillingState } from '#/api/types';
import { BillingPage } from '#/features/billing/BillingPage';
import { PaymentBanner } from '#/features/billing/PaymentBanner';
import { aPlan } from '#/testing/examples';
import { answers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';
import { leaveFor } from '#/ui/leave-for';

vi.mock('#/ui/leave-for', () => ({ leaveFor: vi.fn() }));

const aBilling = (over: Partial<BillingState> = {}): BillingState => ({
  provider: 'stripe',
  status: 'active',
  periodEndsAt: '2099-01-01T00:00:00Z',
  endsWithPeriod: false,
  paymentNeeded: false,
  ...over,
});

const aPaidPlan = (over = {}) => aPlan({ provider: 'stripe', can: { change: true, manageBilling: true }, ...over });

beforeEach(() => {
  vi.mocked(leaveFor).mockClear();
  answers('get', '/plan', aPaidPlan());
  answers('get', '/billing', aBilling());
  answers('get', '/usage', { items: [] });
});

describe('a plan that is paid', () => {
  it('says when it renews, and leads to the invoices', async () => {
    answers('post', '/billing/portal', { url: 'https://billing.stripe.com/p/session/1' });
    show(<BillingPage />);

    expect(await screen.findByText(/^The plan renews/)).toBeVisible();
    expect(screen.getByText(/It is paid through Stripe/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Manage billing' }));

    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith('https://billing.stripe.com/p/session/1'));
  });

  it('says when it ends', async () => {
    answers('get', '/billing', aBilling({ endsWithPeriod: true }));
    show(<BillingPage />);

    expect(await screen.findByText(/^The plan is paid until .* and then ends\.$/)).toBeVisible();
  });

  it('tells why the invoices can’t be reached', async () => {
    refuses('/billing/portal', 503, { code: 'BILLING_UNAVAILABLE', detail: 'Try again in a few minutes.' }, 'post');
    show(<BillingPage />);

    await userEvent.click(await screen.findByRole('button', { name: 'Manage billing' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('Try again in a few minutes.');
  });

  it('is nothing for who can’t change it to see', async () => {
    answers('get', '/plan', aPaidPlan({ can: { change: false, manageBilling: false } }));
    show(<BillingPage />);

    expect(await screen.findByText('The owner of the organization can change the plan.')).toBeVisible();
    expect(screen.queryByText(/renews/)).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('tells why it can’t be shown', async () => {
    refuses('/billing', 503, { code: 'UNAVAILABLE', detail: 'Try again soon.' });
    show(<BillingPage />);

    expect(await screen.findByText('Try again soon.')).toBeVisible();
  });
});

describe('another plan', () => {
  const choose = async (name: string) =>
    userEvent.click(await screen.findByRole('button', { name: `Change to ${name}` }));

  it('is paid first', async () => {
    const requests = records('post', '/billing/checkout', { url: 'https://checkout.stripe.com/c/pay/1' });
    show(<BillingPage />);

    await choose('Enterprise');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/You pay at Stripe/)).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Go to checkout' }));

    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith('https://checkout.stripe.com/c/pay/1'));
    expect(await requests[0]?.json()).toEqual({ plan: 'enterprise' });
  });

  it('begins with the end of what is paid, if it is the free one', async () => {
    records('put', '/plan', aPaidPlan());
    show(<BillingPage />);

    await choose('Free');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/stays until the end of what is paid/)).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Change to Free' }));

    expect(await screen.findByText('The Professional plan stays until the end of what is paid')).toBeVisible();
    expect(leaveFor).not.toHaveBeenCalled();
  });
});

describe('back from the checkout', () => {
  it('waits until the payment is confirmed', async () => {
    answers('get', '/billing', { provider: 'stripe', status: 'none', endsWithPeriod: false, paymentNeeded: false });
    show(<BillingPage />, '/settings/billing?checkout=done');
    expect(await screen.findByText(/^The payment is being confirmed/)).toBeVisible();

    answers('get', '/billing', aBilling());

    expect(await screen.findByText(/^Thank you/, {}, { timeout: 5000 })).toBeVisible();
  });

  it('says that nothing was paid', async () => {
    show(<BillingPage />, '/settings/billing?checkout=cancelled');

    expect(await screen.findByText('Nothing was paid, and the plan is as it was.')).toBeVisible();
  });
});

describe('a payment that failed', () => {
  it('is told wherever one is, to who can see to it', async () => {
    answers('get', '/billing', aBilling({ status: 'past_due', paymentNeeded: true }));
    answers('post', '/billing/portal', { url: 'https://billing.stripe.com/p/session/2' });
    show(<PaymentBanner />);

    expect(await screen.findByRole('status')).toHaveTextContent('The last payment for the plan failed.');
    await userEvent.click(screen.getByRole('button', { name: 'See to it' }));

    await waitFor(() => expect(leaveFor).toHaveBeenCalledWith('https://billing.stripe.com/p/session/2'));
  });

  it.each([
    ['active', 'stripe', true],
    ['past_due', 'stripe', false],
  ] as const)('is no news while it is %s at %s, for who may see to it: %s', async (status, provider, may) => {
    answers('get', '/plan', aPaidPlan({ provider, can: { change: may, manageBilling: may } }));
    answers('get', '/billing', aBilling({ status }));
    show(
      <>
        <PaymentBanner />
        <BillingPage />
      </>,
    );

    expect(await screen.findByRole('listitem', { name: 'Professional plan' })).toBeVisible();
    expect(screen.queryByText(/The last payment/)).toBeNull();
  });
});
