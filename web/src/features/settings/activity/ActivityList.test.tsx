import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Activity } from '#/api/types';
import { ActivityList } from '#/features/settings/activity/ActivityList';
import { me } from '#/testing/examples';
import { answers, neverAnswers, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const SALES = { type: 'dashboard', id: 'd1', name: 'Sales' };

const event = (over: Partial<Activity>): Activity => ({
  id: 'e1',
  occurredAt: '2024-05-01T12:00:00Z',
  type: 'auth.login',
  outcome: 'success',
  target: { type: 'account', id: 'a1', name: 'ada@example.com' },
  ip: '203.0.113.7',
  details: {},
  ...over,
});

describe('one’s activity', () => {
  it('shows its shape while it loads', async () => {
    neverAnswers('/me/activity');
    show(<ActivityList me={me()} />);

    expect(await screen.findByRole('status', { name: 'Loading your activity' })).toBeInTheDocument();
  });

  it('tells why it is refused', async () => {
    refuses('/me/activity', 403, { code: 'PERMISSION_DENIED', detail: 'Not yours.' });
    show(<ActivityList me={me()} />);

    expect(await screen.findByRole('alert')).toHaveTextContent('Not yours.');
  });

  it('says what will be here while there is nothing', async () => {
    answers('get', '/me/activity', { items: [] });
    show(<ActivityList me={me()} />);

    expect(await screen.findByText('Nothing yet')).toBeVisible();
  });

  it('tells in words what happened, to what, and how it came out', async () => {
    const items = [
      event({ id: 'e4', type: 'auth.mfa_failed', outcome: 'failure' }),
      event({ id: 'e3', type: 'export.downloaded', outcome: 'failure', target: SALES }),
      event({ id: 'e2', type: 'dashboard.updated', target: SALES }),
      event({ id: 'e1', type: 'comet.seen_again' }),
    ];
    answers('get', '/me/activity', { items });
    show(<ActivityList me={me()} />);

    expect(await screen.findByRole('cell', { name: 'Wrong code at the log-in' })).toBeVisible();
    expect(screen.getByRole('cell', { name: 'Downloaded an export Sales Failed' })).toBeVisible();
    expect(screen.getByRole('cell', { name: 'Changed a dashboard Sales' })).toBeVisible();
    expect(screen.getByRole('cell', { name: 'Comet seen again' })).toBeVisible();
  });

  it('goes on page by page', async () => {
    answers('get', '/me/activity', { items: [event({})], nextPageToken: 'p2' });
    show(<ActivityList me={me()} />);
    const more = await screen.findByRole('button', { name: 'Show more' });

    answers('get', '/me/activity', { items: [event({ id: 'e0', type: 'auth.logout' })] });
    await userEvent.click(more);

    expect(await screen.findByText('Logged out')).toBeVisible();
    expect(screen.getByText('Logged in')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });
});
