import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '#/api/browser-session';
import { RequireSession } from '#/app/RequireSession';
import { LoginRoute } from '#/app/routes/LoginRoute';
import { me } from '#/testing/examples';
import { answers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const FRESH = { accessToken: 'fresh', expiresIn: 300 };
const MINUTE = 60_000;

/** As the router has it: the pages, and the log-in. */
function app(address: string) {
  return show(
    [
      { path: '/login', element: <LoginRoute /> },
      {
        path: '*',
        element: (
          <RequireSession>
            <p>The page</p>
          </RequireSession>
        ),
      },
    ],
    address,
  );
}

describe('a session at work', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    session.begin({ accessToken: 'first', expiresIn: 300 });
    answers('get', '/me', me({ idleTimeoutMinutes: 15 }));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes on while its person works, asking the server or not', async () => {
    const renewals = records('post', '/auth/refresh', FRESH);
    app('/dashboards/d1');
    await screen.findByText('The page');

    vi.setSystemTime(Date.now() + 6 * MINUTE);
    fireEvent.keyDown(document.body, { key: 'a' });

    await expect.poll(() => renewals.length).toBe(1);
    expect(screen.getByText('The page')).toBeVisible();
  });

  it('that ends by idleness is said so, and leads back to the same place', async () => {
    refuses('/auth/refresh', 401, { code: 'SESSION_ENDED' }, 'post');
    const { address } = app('/dashboards/d1?period=2024');
    await screen.findByText('The page');
    await expect.poll(() => vi.getTimerCount()).toBeGreaterThan(0);

    vi.setSystemTime(Date.now() + 25 * MINUTE);
    vi.advanceTimersByTime(MINUTE);

    expect(await screen.findByText(/logged out because the session has ended/)).toBeVisible();
    expect(screen.queryByText('The page')).toBeNull();

    session.begin(FRESH);
    await expect.poll(address).toBe('/dashboards/d1?period=2024');
  });
});
