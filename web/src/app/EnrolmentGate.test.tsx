import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '#/api/browser-session';
import { EnrolmentGate } from '#/app/EnrolmentGate';
import { EnrolmentRoute } from '#/app/routes/EnrolmentRoute';
import { BACKUP_CODES, me } from '#/testing/examples';
import { answers } from '#/testing/server';
import { show } from '#/testing/show';

const pages = [
  { path: '/two-step', element: <EnrolmentRoute /> },
  {
    path: '*',
    element: (
      <EnrolmentGate>
        <p>The page</p>
      </EnrolmentGate>
    ),
  },
];

const SOCIETY = { id: 'o2', name: 'Royal Society', role: 'analyst', current: false };
const ENGINES = { id: 'o1', name: 'Analytical Engines', role: 'owner', current: true };

describe('an organization that requires two-step verification', () => {
  beforeEach(() => {
    answers('get', '/me', me({ mfaEnrolmentRequired: true }));
    answers('get', '/me/organizations', { items: [ENGINES, SOCIETY] });
  });

  it('leads who has none to setting it up, says why, and back to where they wanted', async () => {
    answers('post', '/me/mfa/totp', { secret: 'ABCD', otpauthUri: 'otpauth://x', qrSvg: '<svg/>' });
    answers('post', '/me/mfa/totp/confirm', { backupCodes: BACKUP_CODES });
    const { address } = show(pages, '/dashboards/d1?tab=2');

    expect(await screen.findByText(/asks all its members for a code/)).toHaveTextContent('Analytical Engines');
    expect(screen.queryByText('The page')).toBeNull();
    await userEvent.type(screen.getByLabelText('Password'), 'a long secret{Enter}');
    await userEvent.type(await screen.findByLabelText('Code from the app'), '123456');
    await userEvent.click(await screen.findByLabelText('I have stored them'));
    await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
    answers('get', '/me', me({ mfaEnabled: true }));
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));

    expect(await screen.findByText('The page')).toBeVisible();
    expect(address()).toBe('/dashboards/d1?tab=2');
  });

  it('leaves the ways out: another organization', async () => {
    answers('post', '/me/organization', { accessToken: 'there', expiresIn: 300 });
    show(pages, '/dashboards');

    await userEvent.click(await screen.findByRole('button', { name: 'Organization: Analytical Engines' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Royal Society' }));

    await expect.poll(() => session.token()).toBe('there');
  });

  it('leaves the ways out: logging out', async () => {
    answers('post', '/auth/logout', null, 204);
    show(pages, '/dashboards');

    await userEvent.click(await screen.findByRole('button', { name: 'Log out' }));

    await expect.poll(() => session.state).toBe('signed-out');
  });

  it('keeps nobody there who need not be', async () => {
    answers('get', '/me', me());
    show(pages, '/two-step?next=%2Fsources');

    expect(await screen.findByText('The page')).toBeVisible();
  });
});
