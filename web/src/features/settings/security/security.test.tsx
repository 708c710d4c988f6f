import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '#/api/types';
import { IdleTimeoutSection } from '#/features/settings/security/IdleTimeoutSection';
import { PasswordSection } from '#/features/settings/security/PasswordSection';
import { SessionsSection } from '#/features/settings/security/SessionsSection';
import { deviceName } from '#/features/settings/security/session-words';
import { aSession, me } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';
import { placeName } from '#/ui/format/place';

describe('sessions', () => {
  it('show their shape while they load', async () => {
    neverAnswers('/me/sessions');
    show(<SessionsSection />);

    expect(await screen.findByRole('status', { name: 'Loading sessions' })).toBeInTheDocument();
  });

  it('tell why they can’t be shown', async () => {
    refuses('/me/sessions', 503, { code: 'UNAVAILABLE', detail: 'Try again soon.' });
    show(<SessionsSection />);

    expect(await screen.findByRole('alert')).toHaveTextContent('Try again soon.');
  });

  it('say when there is no other', async () => {
    answers('get', '/me/sessions', { items: [aSession({ current: true })] });
    show(<SessionsSection />);

    expect(await screen.findByText('You are logged in nowhere else.')).toBeVisible();
    expect(screen.getByText('This session')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('end one by one', async () => {
    answers('get', '/me/sessions', { items: [aSession({ id: 'n0', current: true }), aSession()] });
    const ended = records('delete', '/me/sessions/n1', {}, 200);
    show(<SessionsSection />);

    await userEvent.click(await screen.findByRole('button', { name: 'Log out Firefox on Windows' }));

    await expect.poll(() => ended.length).toBe(1);
    expect(await screen.findByText('That session is logged out')).toBeVisible();
  });

  it('end all at once but this one, after a question', async () => {
    answers('get', '/me/sessions', { items: [aSession({ id: 'n0', current: true }), aSession()] });
    const ended = records('delete', '/me/sessions', {}, 200);
    show(<SessionsSection />);

    await userEvent.click(await screen.findByRole('button', { name: 'Log out all others' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Log out all other sessions?' }));
    expect(dialog.getByText(/One other session ends at once/)).toBeVisible();
    expect(ended).toHaveLength(0);
    await userEvent.click(dialog.getByRole('button', { name: 'Log out' }));

    await expect.poll(() => ended.length).toBe(1);
  });
});

describe('a session in words', () => {
  it.each<[Session['device'], string]>([
    [{ browser: 'Safari', system: 'iOS', kind: 'phone' }, 'Safari on iOS'],
    [{ system: 'Linux', kind: 'unknown' }, 'Linux'],
    [{ kind: 'unknown' }, 'Unknown device'],
  ])('names the device %o', (device, name) => {
    expect(deviceName({ device })).toBe(name);
  });

  it.each([
    ['127.0.0.1', 'the server’s own machine'],
    ['::1', 'the server’s own machine'],
    ['10.1.2.3', 'local network, 10.1.2.3'],
    ['172.31.0.9', 'local network, 172.31.0.9'],
    ['172.32.0.9', '172.32.0.9'],
    ['fd12:3456::1', 'local network, fd12:3456::1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('says where %s is', (ip, place) => {
    expect(placeName(ip)).toBe(place);
  });
});

describe('the password', () => {
  beforeEach(() => answers('post', '/auth/password/check', { acceptable: true, problems: [], strength: 3 }));

  const fill = async () => {
    await userEvent.type(screen.getByLabelText('Present password'), 'the old one');
    await userEvent.type(screen.getByLabelText('New password'), 'the new one{Enter}');
  };

  it('is changed by who knows the present one', async () => {
    const requests = records('post', '/me/password', {}, 200);
    show(<PasswordSection me={me()} />);

    await fill();

    expect(await screen.findByText(/Password changed/)).toBeVisible();
    expect(await requests[0]?.json()).toEqual({ current: 'the old one', new: 'the new one' });
    expect(screen.getByLabelText('New password')).toHaveValue('');
  });

  it('wants a code too where two-step verification is on', async () => {
    const requests = records('post', '/me/password', {}, 200);
    show(<PasswordSection me={me({ codeRequired: true })} />);

    await userEvent.type(screen.getByLabelText('Code'), '123456');
    await fill();

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({ current: 'the old one', new: 'the new one', code: '123456' });
  });

  it('asks for the code that the server wants after all', async () => {
    refuses('/me/password', 422, { code: 'MFA_CODE_REQUIRED', detail: 'x' }, 'post');
    show(<PasswordSection me={me()} />);

    await fill();

    expect(await screen.findByLabelText('Code')).toHaveAccessibleDescription(/Enter a code too/);
  });

  it('says at its field what is wrong with the new one', async () => {
    const errors = [{ field: 'new', message: 'Among the breached ones.' }];
    refuses('/me/password', 422, { code: 'PASSWORD_BREACHED', detail: 'x', errors }, 'post');
    show(<PasswordSection me={me()} />);

    await fill();

    expect(await screen.findByText('Among the breached ones.')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says how long to wait after too many tries', async () => {
    refuses('/me/password', 429, { code: 'TOO_MANY_ATTEMPTS', detail: 'Too many tries.' }, 'post');
    show(<PasswordSection me={me()} />);

    await fill();

    expect(await screen.findByRole('alert')).toHaveTextContent('Too many tries.');
  });
});

describe('the idle timeout', () => {
  it('is chosen from what the server takes, with undo', async () => {
    const requests = records('patch', '/me', me({ idleTimeoutMinutes: 60 }));
    show(<IdleTimeoutSection me={me()} />);

    await userEvent.selectOptions(screen.getByLabelText(/without doing anything/), '1 hour');

    expect(await screen.findByText('Logged out after 1 hour')).toBeVisible();
    expect(await requests[0]?.json()).toEqual({ idleTimeoutMinutes: 60 });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await expect.poll(() => requests.length).toBe(2);
    expect(await requests[1]?.json()).toEqual({ idleTimeoutMinutes: 30 });
  });

  it('goes back when the organization allows less', async () => {
    refuses('/me', 422, { code: 'INVALID_INPUT', detail: 'The organization allows 15 minutes.' }, 'patch');
    show(<IdleTimeoutSection me={me()} />);

    await userEvent.selectOptions(screen.getByLabelText(/without doing anything/), '8 hours');

    expect(await screen.findByText('The organization allows 15 minutes.')).toBeVisible();
  });
});
