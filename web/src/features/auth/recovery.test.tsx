import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ForgotPassword } from '#/features/auth/ForgotPassword';
import { ResetPassword } from '#/features/auth/ResetPassword';
import { VerifyLink } from '#/features/auth/VerifyLink';
import { answers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

describe('a forgotten password', () => {
  it('is answered alike for every address', async () => {
    const requests = records('post', '/auth/password/forgot', {}, 202);
    show(<ForgotPassword />);

    await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.com{Enter}');

    expect(await screen.findByText(/has an account/)).toHaveTextContent('If ada@example.com has an account');
    expect(screen.getByRole('heading', { name: 'Look into your mail' })).toHaveFocus();
    expect(await requests[0]?.json()).toEqual({ email: 'ada@example.com' });
  });

  it('says when there were too many requests', async () => {
    refuses('/auth/password/forgot', 429, { code: 'TOO_MANY_ATTEMPTS', detail: 'Too many.' }, 'post');
    show(<ForgotPassword />);

    await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.com{Enter}');

    expect(await screen.findByRole('alert')).toHaveTextContent('Too many.');
  });
});

describe('the link to a new password', () => {
  beforeEach(() => answers('post', '/auth/password/check', { acceptable: true, problems: [], strength: 3 }));

  it('is read once and leaves the address', async () => {
    const requests = records('post', '/auth/password/reset', {});
    const { address, hash } = show(<ResetPassword />, '/reset#token=t-1');

    await expect.poll(hash).toBe('');
    await userEvent.type(screen.getByLabelText('New password'), 'a long new secret{Enter}');

    expect(await screen.findByRole('heading', { name: 'Your password is set' })).toHaveFocus();
    expect(await requests[0]?.json()).toEqual({ token: 't-1', password: 'a long new secret' });
    expect(address()).toBe('/reset');
    expect(screen.getByRole('link', { name: 'Log in' })).toHaveAttribute('href', '/login');
  });

  it('offers another one when it is spent', async () => {
    refuses('/auth/password/reset', 422, { code: 'RESET_TOKEN_INVALID', detail: 'x' }, 'post');
    show(<ResetPassword />, '/reset#token=old');

    await userEvent.type(screen.getByLabelText('New password'), 'a long new secret{Enter}');

    expect(await screen.findByRole('link', { name: 'Send a new link' })).toHaveAttribute('href', '/forgot');
  });

  it('offers another one when it came without its token', () => {
    show(<ResetPassword />, '/reset');

    expect(screen.getByRole('link', { name: 'Send a new link' })).toBeVisible();
  });

  it('says what is wrong with the password', async () => {
    const errors = [{ field: 'password', message: 'Among the breached ones.' }];
    refuses('/auth/password/reset', 422, { code: 'PASSWORD_BREACHED', detail: 'x', errors }, 'post');
    show(<ResetPassword />, '/reset#token=t-1');

    await userEvent.type(screen.getByLabelText('New password'), 'password1{Enter}');

    expect(await screen.findByText('Among the breached ones.')).toBeVisible();
  });
});

describe('the link to confirm an address', () => {
  it('waits for a press', async () => {
    const requests = records('post', '/auth/email/verify', {});
    show(<VerifyLink />, '/verify#token=v-1');
    expect(requests).toHaveLength(0);

    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));

    expect(await screen.findByRole('heading', { name: 'Your address is confirmed' })).toHaveFocus();
    expect(await requests[0]?.json()).toEqual({ token: 'v-1' });
  });

  it('says when it does not work any more', async () => {
    refuses('/auth/email/verify', 422, { code: 'VERIFICATION_INVALID', detail: 'x' }, 'post');
    show(<VerifyLink />, '/verify#token=old');

    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));

    expect(await screen.findByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  });

  it('keeps a lost connection apart from that', async () => {
    refuses('/auth/email/verify', 503, { code: 'UNAVAILABLE', detail: 'Try again soon.' }, 'post');
    show(<VerifyLink />, '/verify#token=v-1');

    await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('Try again soon.');
    expect(screen.getByRole('button', { name: 'Confirm' })).toHaveFocus();
  });
});
