import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '#/api/browser-session';
import type { InvitationLook } from '#/api/types';
import { AcceptInvitation } from '#/features/auth/AcceptInvitation';
import { me } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const TOKENS = { accessToken: 'new-token', tokenType: 'Bearer', expiresIn: 300 };
const LINK = '/accept-invitation#token=t-1';

const look = (over: Partial<InvitationLook> = {}): InvitationLook => ({
  organizationName: 'Royal Society',
  email: 'ada@example.com',
  roleName: 'analyst',
  inviterName: 'Charles Babbage',
  message: 'Come and calculate.',
  expiresAt: '2024-05-08T12:00:00Z',
  hasAccount: false,
  ...over,
});

const leave = async () => {
  answers('post', '/auth/logout', null, 204);
  await session.end();
};

describe('an invitation', () => {
  it.each([
    ['INVITATION_NOT_FOUND', 404, 'This invitation does not work'],
    ['INVITATION_EXPIRED', 409, 'This invitation has expired'],
    ['INVITATION_ACCEPTED', 409, 'This invitation is accepted already'],
  ])('that is over says so: %s', async (code, status, title) => {
    answers('get', '/me', me());
    refuses('/auth/invitations/look', status, { code, detail: 'x' }, 'post');
    show(<AcceptInvitation onJoined={() => undefined} />, LINK);

    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  });

  it('without its token does not work', () => {
    show(<AcceptInvitation onJoined={() => undefined} />, '/accept-invitation');

    expect(screen.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible();
  });

  it('shows its shape while it loads, and leaves no token in the address', async () => {
    neverAnswers('/me');
    answers('post', '/auth/invitations/look', look());
    const { hash } = show(<AcceptInvitation onJoined={() => undefined} />, LINK);

    expect(await screen.findByRole('status', { name: 'Loading the invitation' })).toBeInTheDocument();
    expect(hash()).toBe('');
  });

  it('keeps a lost connection apart from a dead link', async () => {
    answers('get', '/me', me());
    refuses('/auth/invitations/look', 503, { code: 'UNAVAILABLE', detail: 'Try again soon.' }, 'post');
    show(<AcceptInvitation onJoined={() => undefined} />, LINK);

    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('a new person', () => {
  beforeEach(leave);

  it('sets name and password, and is in', async () => {
    answers('post', '/auth/invitations/look', look());
    answers('post', '/auth/password/check', { acceptable: true, problems: [], strength: 3 });
    const requests = records('post', '/auth/invitations/accept', TOKENS);
    const onJoined = vi.fn();
    show(<AcceptInvitation onJoined={onJoined} />, LINK);

    expect(await screen.findByRole('heading', { name: 'Join Royal Society' })).toBeVisible();
    expect(screen.getByText('Come and calculate.')).toBeVisible();
    await userEvent.type(screen.getByLabelText('First name'), 'Ada');
    await userEvent.type(screen.getByLabelText('Password'), 'a long secret{Enter}');

    await expect.poll(() => onJoined.mock.calls.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({
      token: 't-1',
      password: 'a long secret',
      firstName: 'Ada',
      refreshTokenIn: 'cookie',
    });
    expect(await session.token()).toBe('new-token');
  });

  it('is told at the password what is wrong with it', async () => {
    answers('post', '/auth/invitations/look', look());
    answers('post', '/auth/password/check', { acceptable: true, problems: [], strength: 3 });
    const errors = [{ field: 'password', message: 'Among the breached ones.' }];
    refuses('/auth/invitations/accept', 422, { code: 'PASSWORD_BREACHED', detail: 'x', errors }, 'post');
    show(<AcceptInvitation onJoined={() => undefined} />, LINK);

    await userEvent.type(await screen.findByLabelText('Password'), 'password1{Enter}');

    expect(await screen.findByText('Among the breached ones.')).toBeVisible();
  });
});

describe('who has an account', () => {
  it('logs in first, and then joins', async () => {
    await leave();
    answers('post', '/auth/invitations/look', look({ hasAccount: true }));
    answers('post', '/auth/login', TOKENS);
    answers('get', '/me', me());
    show(<AcceptInvitation onJoined={() => undefined} />, LINK);
    expect(await screen.findByText('Log in as ada@example.com to join Royal Society.')).toBeVisible();

    await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.com');
    await userEvent.type(screen.getByLabelText('Password'), 'a long secret{Enter}');

    expect(await screen.findByRole('button', { name: 'Join' })).toBeVisible();
  });

  it('joins by a press when logged in as the one invited', async () => {
    answers('post', '/auth/invitations/look', look({ hasAccount: true }));
    answers('get', '/me', me());
    const requests = records('post', '/auth/invitations/accept', TOKENS);
    const onJoined = vi.fn();
    show(<AcceptInvitation onJoined={onJoined} />, LINK);

    await userEvent.click(await screen.findByRole('button', { name: 'Join' }));

    await expect.poll(() => onJoined.mock.calls.length).toBe(1);
    expect(requests[0]?.headers.get('Authorization')).toBe('Bearer a-token');
    expect(await requests[0]?.json()).toEqual({ token: 't-1', refreshTokenIn: 'cookie' });
  });

  it('is told when they are logged in as somebody else', async () => {
    answers('post', '/auth/invitations/look', look({ email: 'bob@example.com', hasAccount: true }));
    answers('get', '/me', me());
    answers('post', '/auth/logout', null, 204);
    show(<AcceptInvitation onJoined={() => undefined} />, LINK);

    expect(await screen.findByRole('heading', { name: 'This invitation is for somebody else' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Log out and go on' }));

    expect(await screen.findByLabelText('Password')).toBeVisible();
  });

  it('is told why it was refused', async () => {
    answers('post', '/auth/invitations/look', look({ hasAccount: true }));
    answers('get', '/me', me());
    refuses('/auth/invitations/accept', 403, { code: 'OTHER_ACCOUNT', detail: 'It is for somebody else.' }, 'post');
    show(<AcceptInvitation onJoined={() => undefined} />, LINK);

    await userEvent.click(await screen.findByRole('button', { name: 'Join' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('It is for somebody else.');
  });
});
