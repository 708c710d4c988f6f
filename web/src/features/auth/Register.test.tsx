import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '#/api/browser-session';
import { Register } from '#/features/auth/Register';
import { me } from '#/testing/examples';
import { answers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const TOKENS = { accessToken: 'new-token', tokenType: 'Bearer', expiresIn: 300 };
const REGISTERED = { account: { id: 'a1', email: 'ada@example.com' }, organization: me().organization };

beforeEach(() => answers('get', '/auth/registration', { mode: 'open' }));

async function fill() {
  await userEvent.type(await screen.findByLabelText('Organization'), 'Analytical Engines');
  await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.com');
  await userEvent.type(screen.getByLabelText('Password'), 'password1{Enter}');
}

describe('registering', () => {
  beforeEach(() => answers('post', '/auth/password/check', { acceptable: true, problems: [], strength: 3 }));

  it('leaves out the names that were not given, and begins the session', async () => {
    const requests = records('post', '/auth/register', { ...REGISTERED, ...TOKENS }, 201);
    answers('get', '/me', me());
    show(<Register />);

    await fill();

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({
      email: 'ada@example.com',
      password: 'password1',
      organizationName: 'Analytical Engines',
    });
    await expect.poll(() => session.token()).toBe('new-token');
  });

  it('shows what is wrong at the field it is wrong with', async () => {
    const errors = [{ field: 'password', message: 'Among the most common ones.' }];
    refuses('/auth/register', 422, { code: 'PASSWORD_BREACHED', detail: 'No.', errors }, 'post');
    show(<Register />);

    await fill();

    expect(await screen.findByText('Among the most common ones.')).toBeVisible();
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/Among the most common ones/);
  });

  it('leads to the log-in when the new tokens open nothing', async () => {
    answers('post', '/auth/register', { ...REGISTERED, ...TOKENS, accessToken: 'decoy' }, 201);
    refuses('/me', 401, { code: 'SESSION_ENDED', detail: 'x' });
    show(<Register />);

    await fill();

    expect(await screen.findByRole('heading', { name: 'Log in' })).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('use the password you chose then');
    expect(await session.token()).toBe('a-token');
  });

  it('goes on by the mailed code where addresses are verified', async () => {
    answers('post', '/auth/register', { ...REGISTERED, verificationRequired: true }, 201);
    answers('post', '/auth/email/verify', null, 204);
    const logIns = records('post', '/auth/login', TOKENS);
    show(<Register />);
    await fill();

    await userEvent.type(await screen.findByLabelText('Code from the mail'), '123456');

    await expect.poll(() => logIns.length).toBe(1);
    expect(await logIns[0]?.json()).toMatchObject({ email: 'ada@example.com', password: 'password1' });
  });

  it('says when the mailed code is not right', async () => {
    answers('post', '/auth/register', { ...REGISTERED, verificationRequired: true }, 201);
    refuses('/auth/email/verify', 422, { code: 'VERIFICATION_INVALID', detail: 'That code does not work.' }, 'post');
    show(<Register />);
    await fill();

    await userEvent.type(await screen.findByLabelText('Code from the mail'), '123456');

    expect(await screen.findByRole('alert')).toHaveTextContent('That code does not work.');
  });
});

describe('a new password', () => {
  it('is weighed while it is typed, by the words it must not hold', async () => {
    const problems = [{ code: 'PASSWORD_HOLDS_EMAIL', message: 'holds the name of your e-mail address' }];
    const requests = records('post', '/auth/password/check', { acceptable: false, problems, strength: 1 });
    show(<Register />);

    await userEvent.type(await screen.findByLabelText('E-mail'), 'ada@example.com');
    await userEvent.type(screen.getByLabelText('Password'), 'ada12345');

    expect(await screen.findByText('The password holds the name of your e-mail address.')).toBeVisible();
    expect(screen.getByText('Easy to guess')).toBeVisible();
    expect(await requests.at(-1)?.json()).toMatchObject({ password: 'ada12345', email: 'ada@example.com' });
    expect(requests.length).toBeLessThan(8);
  });

  it('can be pasted', async () => {
    answers('post', '/auth/password/check', { acceptable: true, problems: [], strength: 4 });
    show(<Register />);

    await userEvent.click(await screen.findByLabelText('Password'));
    await userEvent.paste('correct horse battery staple');

    expect(screen.getByLabelText('Password')).toHaveValue('correct horse battery staple');
    expect(await screen.findByText('Strong')).toBeVisible();
  });
});

describe('a server that is not open to everybody', () => {
  it('says whose addresses may register', async () => {
    answers('get', '/auth/registration', { mode: 'domains', domains: ['example.com', 'example.org'] });
    show(<Register />);

    expect(await screen.findByLabelText('E-mail')).toHaveAccessibleDescription(
      'For addresses of example.com or example.org',
    );
  });

  it('leads to invitations where nobody may', async () => {
    answers('get', '/auth/registration', { mode: 'closed' });
    show(<Register />);

    expect(await screen.findByRole('heading', { name: 'Registration is by invitation' })).toBeVisible();
    expect(screen.queryByLabelText('E-mail')).toBeNull();
  });

  it('lets in who sets it up, by the link of its console', async () => {
    answers('get', '/auth/registration', { mode: 'closed' });
    answers('post', '/auth/password/check', { acceptable: true, problems: [], strength: 3 });
    answers('get', '/me', me());
    const requests = records('post', '/auth/register', { ...REGISTERED, ...TOKENS }, 201);
    const { hash } = show(<Register />, '/register#token=set-up');

    await fill();

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toMatchObject({ token: 'set-up' });
    expect(hash()).toBe('');
  });

  it('is asked at the end where it can’t be told', async () => {
    refuses('/auth/registration', 503, { code: 'UNAVAILABLE', detail: 'x' });
    show(<Register />);

    expect(await screen.findByLabelText('E-mail')).toBeVisible();
  });
});
