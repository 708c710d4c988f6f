import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { session } from '#/api/browser-session';
import { LogIn } from '#/features/auth/LogIn';
import { answers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const TOKENS = { accessToken: 'new-token', tokenType: 'Bearer', expiresIn: 300 };
const CHALLENGE = { mfaRequired: true, mfaToken: 'm1', factors: ['totp', 'backup_code'] };

async function enter(password = 'a long secret') {
  await userEvent.type(screen.getByLabelText('E-mail'), ' ada@example.com');
  await userEvent.type(screen.getByLabelText('Password'), `${password}{Enter}`);
}

describe('logging in', () => {
  it('begins the session and asks for the refresh token as a cookie', async () => {
    const requests = records('post', '/auth/login', TOKENS);
    show(<LogIn />);

    await enter();

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({
      email: 'ada@example.com',
      password: 'a long secret',
      refreshTokenIn: 'cookie',
    });
    await expect.poll(() => session.token()).toBe('new-token');
  });

  it('does not tell which of the two was wrong', async () => {
    refuses('/auth/login', 401, { code: 'BAD_CREDENTIALS', detail: 'x' }, 'post');
    show(<LogIn />);

    await enter('wrong');

    expect(await screen.findByRole('alert')).toHaveTextContent('The e-mail or the password is not right.');
  });

  it('says why one has to log in again', () => {
    show(<LogIn notice="The session has ended." />);

    expect(screen.getByRole('status')).toHaveTextContent('The session has ended.');
  });

  it('shows a password while one wants to see it', async () => {
    show(<LogIn />);

    await userEvent.click(screen.getByRole('button', { name: 'Show the password' }));

    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
    expect(screen.getByRole('button', { name: 'Show the password' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('takes the address and what was typed along to a new password', () => {
    show(<LogIn />, '/login?next=%2Fsources');

    expect(screen.getByRole('link', { name: 'Forgot your password?' })).toHaveAttribute(
      'href',
      '/forgot?next=%2Fsources',
    );
  });
});

describe('the second step', () => {
  it('is taken as soon as the code is complete', async () => {
    answers('post', '/auth/login', CHALLENGE);
    const requests = records('post', '/auth/mfa', TOKENS);
    show(<LogIn />);
    await enter();

    const field = await screen.findByLabelText('Code from your authenticator app');
    expect(field).toHaveFocus();
    expect(field).toHaveAttribute('autocomplete', 'one-time-code');
    expect(field).toHaveAttribute('inputmode', 'numeric');
    await userEvent.type(field, '123 456');

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({ mfaToken: 'm1', code: '123456', refreshTokenIn: 'cookie' });
    await expect.poll(() => session.token()).toBe('new-token');
  });

  it('is asked for again, empty and focused, after a wrong code', async () => {
    answers('post', '/auth/login', CHALLENGE);
    refuses('/auth/mfa', 401, { code: 'MFA_CODE_INVALID', detail: 'x' }, 'post');
    show(<LogIn />);
    await enter();

    await userEvent.type(await screen.findByLabelText('Code from your authenticator app'), '000000');

    expect(await screen.findByRole('alert')).toHaveTextContent('That code is not right.');
    expect(screen.getByLabelText('Code from your authenticator app')).toHaveValue('');
    expect(screen.getByLabelText('Code from your authenticator app')).toHaveFocus();
  });

  it('takes a backup code instead', async () => {
    answers('post', '/auth/login', CHALLENGE);
    const requests = records('post', '/auth/mfa', TOKENS);
    show(<LogIn />);
    await enter();

    await userEvent.click(await screen.findByRole('button', { name: 'Use a backup code' }));
    await userEvent.type(screen.getByLabelText('Backup code'), 'abcd-efgh{Enter}');

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toMatchObject({ code: 'abcd-efgh' });
  });

  it('begins anew when it took too long', async () => {
    answers('post', '/auth/login', CHALLENGE);
    refuses('/auth/mfa', 401, { code: 'MFA_TOKEN_INVALID', detail: 'x' }, 'post');
    show(<LogIn />);
    await enter();

    await userEvent.type(await screen.findByLabelText('Code from your authenticator app'), '123456');

    expect(await screen.findByRole('status')).toHaveTextContent('The log-in took too long.');
    expect(screen.getByLabelText('Password')).toBeVisible();
  });

  it('says how long to wait after too many tries', async () => {
    answers('post', '/auth/login', CHALLENGE);
    refuses('/auth/mfa', 429, { code: 'TOO_MANY_ATTEMPTS', detail: 'Too many wrong codes.' }, 'post');
    show(<LogIn />);
    await enter();

    await userEvent.type(await screen.findByLabelText('Code from your authenticator app'), '123456');

    expect(await screen.findByRole('alert')).toHaveTextContent('Too many wrong codes.');
  });
});

describe('an unconfirmed address', () => {
  it('is confirmed by the mailed code, and the log-in goes on', async () => {
    refuses('/auth/login', 403, { code: 'EMAIL_NOT_VERIFIED', detail: 'x' }, 'post');
    const verifications = records('post', '/auth/email/verify', {});
    show(<LogIn />);
    await enter();

    const field = await screen.findByLabelText('Code from the mail');
    expect(field).toHaveAccessibleDescription(/ada@example\.com/);
    answers('post', '/auth/login', TOKENS);
    await userEvent.type(field, '654321');

    await expect.poll(() => verifications.length).toBe(1);
    expect(await verifications[0]?.json()).toEqual({ email: 'ada@example.com', code: '654321' });
    await expect.poll(() => session.token()).toBe('new-token');
  });

  it('gets another code, at most one a minute', async () => {
    refuses('/auth/login', 403, { code: 'EMAIL_NOT_VERIFIED', detail: 'x' }, 'post');
    answers('post', '/auth/email/resend', null, 202);
    show(<LogIn />);
    await enter();

    await userEvent.click(await screen.findByRole('button', { name: 'Send another code' }));

    expect(await screen.findByText('Another code is on its way.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Send another code in \d+ s/ })).toHaveAttribute('aria-disabled', 'true');
  });
});
