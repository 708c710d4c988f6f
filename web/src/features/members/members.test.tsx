import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { MembersPage } from '#/features/members/MembersPage';
import { aMember, anOwner, aPlan, me, someRoles } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const ADA = me({ permissions: ['view_users', 'invite_users', 'assign_roles', 'view_dashboard'] });

beforeEach(() => {
  answers('get', '/plan', aPlan());
  answers('get', '/usage', { items: [{ limit: 'members', used: 3, allowed: 15 }] });
  answers('get', '/roles', { items: someRoles() });
  answers('get', '/members', { items: [anOwner(), aMember()] });
});

describe('the members', () => {
  it('show their shape while they load', async () => {
    neverAnswers('/members');
    show(<MembersPage me={ADA} />);

    expect(await screen.findByRole('status', { name: 'Loading members' })).toBeInTheDocument();
  });

  it('say which permission it takes to see them', async () => {
    refuses('/members', 403, { code: 'PERMISSION_DENIED', permission: 'view_users' });
    show(<MembersPage me={me()} />);

    expect(await screen.findByRole('alert')).toHaveTextContent('view_users');
    expect(screen.queryByRole('button', { name: 'Invite people' })).toBeNull();
  });

  it('are told with the seats that they take', async () => {
    show(<MembersPage me={ADA} />);

    expect(await screen.findByText('Bob Bale')).toBeVisible();
    expect(screen.getByText('bob@example.com')).toBeVisible();
    expect(await screen.findByText('3 of 15')).toBeVisible();
  });

  it('leave nothing to press at the owner', async () => {
    show(<MembersPage me={ADA} />);

    const row = within(await screen.findByRole('row', { name: /Ada Lovelace/ }));
    expect(row.getByText('You')).toBeVisible();
    expect(row.queryByRole('button')).toBeNull();
  });

  it('are searched by the server, and the address tells for what', async () => {
    const { address } = show(<MembersPage me={ADA} />);
    await screen.findByText('Bob Bale');
    const requests = records('get', '/members', { items: [] });

    await userEvent.type(screen.getByRole('searchbox', { name: 'Search members' }), 'zoe');

    expect(await screen.findByText('Nobody found')).toBeVisible();
    expect(address()).toBe('/?search=zoe');
    expect(new URL(requests[0]?.url ?? '').searchParams.get('search')).toBe('zoe');
  });

  it('go on page by page', async () => {
    answers('get', '/members', { items: [anOwner()], nextPageToken: 'p2' });
    show(<MembersPage me={ADA} />);
    const more = await screen.findByRole('button', { name: 'Show more' });

    answers('get', '/members', { items: [aMember()] });
    await userEvent.click(more);

    expect(await screen.findByText('Bob Bale')).toBeVisible();
  });
});

describe('a member’s role', () => {
  const open = async () => userEvent.click(await screen.findByRole('button', { name: /^Role of Bob Bale/ }));

  it('is changed at once, with undo', async () => {
    const requests = records('patch', '/members/a2', aMember({ role: { id: 'analyst', name: 'Analyst' } }));
    show(<MembersPage me={ADA} />);

    await open();
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Analyst' }));

    expect(await screen.findByText('Bob Bale is Analyst now')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Role of Bob Bale: Analyst' })).toBeVisible();
    expect(await requests[0]?.json()).toEqual({ role: 'analyst' });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await expect.poll(() => requests.length).toBe(2);
    expect(await requests[1]?.json()).toEqual({ role: 'member' });
  });

  it('goes back when the server refuses', async () => {
    refuses('/members/a2', 403, { code: 'PERMISSION_DENIED', permission: 'assign_roles' }, 'patch');
    show(<MembersPage me={ADA} />);

    await open();
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Analyst' }));

    expect(await screen.findByText('The role was not changed')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Role of Bob Bale: Member' })).toBeVisible();
  });

  it('can’t be more than the giver has, nor the owner’s', async () => {
    show(<MembersPage me={ADA} />);

    await open();

    expect(await screen.findByRole('menuitem', { name: /Data steward/ })).toBeDisabled();
    expect(screen.getByText('Holds permissions that you don’t have')).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Owner' })).toBeNull();
  });

  it('is told with the way to a plan where the plan leaves it out', async () => {
    answers('get', '/plan', aPlan({ plan: 'starter' }));
    show(<MembersPage me={ADA} />);

    expect(await screen.findByText(/It comes with Professional/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Compare plans' })).toHaveAttribute('href', '/settings/billing');
  });
});

describe('what can be done to a member', () => {
  const choose = async (item: string) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Menu of Bob Bale' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: item }));
  };

  it.each([
    ['Disable', 'Disable Bob Bale?', 'patch', '/members/a2', /so does their seat/],
    ['Remove', 'Remove Bob Bale?', 'delete', '/members/a2', /goes to the owner/],
    [
      'Reset two-step verification',
      'Reset two-step verification of Bob Bale?',
      'post',
      '/members/a2/mfa-reset',
      /password alone/,
    ],
    ['Log out everywhere', 'Log Bob Bale out everywhere?', 'delete', '/members/a2/sessions', /next click/],
  ] as const)('%s happens after a question that tells what it does', async (item, title, method, path, effect) => {
    const requests = records(method, path, aMember());
    show(<MembersPage me={ADA} />);

    await choose(item);
    const dialog = within(screen.getByRole('dialog', { name: title }));
    expect(dialog.getByText(effect)).toBeVisible();
    expect(requests).toHaveLength(0);
    const buttons = dialog.getAllByRole('button');
    await userEvent.click(buttons.at(-1) ?? document.body);

    await expect.poll(() => requests.length).toBe(1);
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  it('tells why it was refused, and stays', async () => {
    refuses('/members/a2', 403, { code: 'OWNER_PROTECTED', detail: 'The Owner can’t be removed.' }, 'delete');
    show(<MembersPage me={ADA} />);

    await choose('Remove');
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('The Owner can’t be removed.');
  });

  it('lets a disabled one in again without asking', async () => {
    answers('get', '/members', { items: [aMember({ status: 'disabled' })] });
    const requests = records('patch', '/members/a2', aMember());
    show(<MembersPage me={ADA} />);

    await choose('Enable');

    expect(await screen.findByText('Bob Bale can log in again')).toBeVisible();
    expect(await requests[0]?.json()).toEqual({ status: 'active' });
  });
});
