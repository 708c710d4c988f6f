import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '#/api/types';
import { AuditPage } from '#/features/audit/AuditPage';
import { aPlan } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const event = (over: Partial<AuditEvent> = {}): AuditEvent => ({
  id: 'e1',
  occurredAt: '2024-05-01T12:00:00Z',
  actor: { type: 'account', id: 'a1', email: 'ada@example.com' },
  type: 'member.role_changed',
  target: { type: 'account', id: 'a2', name: 'bob@example.com' },
  outcome: 'success',
  ip: '203.0.113.7',
  userAgent: 'Mozilla/5.0',
  details: { 'role.before': 'member', 'role.after': 'analyst' },
  ...over,
});

beforeEach(() => answers('get', '/plan', aPlan()));

describe('the audit log', () => {
  it('shows its shape while it loads', async () => {
    neverAnswers('/audit-logs');
    show(<AuditPage />);

    expect(await screen.findByRole('status', { name: 'Loading the audit log' })).toBeInTheDocument();
  });

  it('says which permission it takes', async () => {
    refuses('/audit-logs', 403, { code: 'PERMISSION_DENIED', permission: 'view_audit_logs' });
    show(<AuditPage />);

    expect(await screen.findByRole('alert')).toHaveTextContent('view_audit_logs');
  });

  it('is not asked for where the plan leaves it out, and says which has it', async () => {
    answers('get', '/plan', aPlan({ plan: 'starter' }));
    show(<AuditPage />);

    expect(await screen.findByText(/is not part of the starter plan. It comes with Professional/)).toBeVisible();
    expect(screen.queryByLabelText('From')).toBeNull();
  });

  it('says what will be here while there is nothing', async () => {
    answers('get', '/audit-logs', { items: [] });
    show(<AuditPage />);

    expect(await screen.findByText('Nothing yet')).toBeVisible();
  });

  it('names once who did something to their own account', async () => {
    answers('get', '/audit-logs', {
      items: [
        event({ type: 'auth.login', target: { type: 'account', id: 'a1', name: 'ada@example.com' }, details: {} }),
      ],
    });
    show(<AuditPage />);

    const row = await screen.findByRole('row', { name: /Logged in/ });
    const [, what] = within(row).getAllByRole('cell');
    expect(what?.textContent?.match(/ada@example.com/g)).toHaveLength(1);
  });

  it('tells who did what, from what to what', async () => {
    answers('get', '/audit-logs', {
      items: [event(), event({ id: 'e2', actor: { type: 'job' }, type: 'data_source.synced', outcome: 'failure' })],
    });
    show(<AuditPage />);

    const row = within(await screen.findByRole('row', { name: /Changed a role bob@example.com/ }));
    expect(row.getByText('role: member → analyst')).toBeVisible();
    expect(row.getAllByText('ada@example.com')[0]).toBeVisible();
    expect(within(screen.getByRole('row', { name: /A background job/ })).getByText('Failed')).toBeVisible();
  });

  it('tells of a program whose key it had', async () => {
    const actor = { type: 'api_key', id: 'a1', email: 'ada@example.com', apiKey: { id: 'k1', name: 'Nightly export' } };
    answers('get', '/audit-logs', { items: [event({ actor })] });
    show(<AuditPage />);

    const [who] = await screen.findAllByText('ada@example.com, by the API key “Nightly export”');
    expect(who).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Details: Changed a role' }));
    expect(screen.getByText('Nightly export, k1')).toBeVisible();
  });

  it('opens an event, and the address tells which', async () => {
    answers('get', '/audit-logs', { items: [event()] });
    const { address } = show(<AuditPage />);

    await userEvent.click(await screen.findByRole('button', { name: 'Details: Changed a role' }));

    expect(screen.getByText('member.role_changed')).toBeVisible();
    expect(screen.getByText('Mozilla/5.0')).toBeVisible();
    expect(address()).toBe('/?event=e1');
    await userEvent.click(screen.getByRole('button', { name: 'Details: Changed a role' }));
    expect(screen.queryByText('Mozilla/5.0')).toBeNull();
  });

  it('is narrowed by kind and by whom', async () => {
    const requests = records('get', '/audit-logs', { items: [] });
    const { address } = show(<AuditPage />);

    await userEvent.selectOptions(await screen.findByLabelText('What'), 'Logged in');
    await userEvent.type(screen.getByLabelText('By'), 'ada@example.com');

    expect(await screen.findByText('Nothing found')).toBeVisible();
    await expect.poll(address).toBe('/?actor=ada%40example.com&type=auth.login');
    await expect
      .poll(() => Object.fromEntries(new URL(requests.at(-1)?.url ?? '').searchParams))
      .toEqual({ actor: 'ada@example.com', type: 'auth.login', pageSize: '50' });
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(address()).toBe('/');
    expect(screen.getByLabelText('By')).toHaveValue('');
  });

  it('goes on page by page, and says why it ends', async () => {
    answers('get', '/audit-logs', { items: [event()], nextPageToken: 'p2' });
    answers('get', '/plan', aPlan({ plans: aPlan().plans.map((each) => ({ ...each, limits: { audit_log: 90 } })) }));
    show(<AuditPage />);
    const more = await screen.findByRole('button', { name: 'Show more' });

    answers('get', '/audit-logs', { items: [event({ id: 'e0', type: 'auth.logout' })] });
    await userEvent.click(more);

    expect(await screen.findByText('The professional plan shows the last 90 days.')).toBeVisible();
  });
});
