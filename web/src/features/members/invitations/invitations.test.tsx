import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { MembersPage } from '#/features/members/MembersPage';
import { anInvitation, anOwner, aPlan, me, someRoles } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const ADA = me({ permissions: ['view_users', 'invite_users', 'view_dashboard'] });

beforeEach(() => {
  answers('get', '/plan', aPlan());
  answers('get', '/usage', { items: [] });
  answers('get', '/roles', { items: someRoles() });
  answers('get', '/members', { items: [anOwner()] });
  answers('get', '/invitations', { items: [anInvitation()] });
});

describe('the invitations', () => {
  const TAB = '/?tab=invitations';

  it('show their shape while they load', async () => {
    neverAnswers('/invitations');
    show(<MembersPage me={ADA} />, TAB);

    expect(await screen.findByRole('status', { name: 'Loading invitations' })).toBeInTheDocument();
  });

  it('tell why they are refused', async () => {
    refuses('/invitations', 403, { code: 'PERMISSION_DENIED', permission: 'invite_users' });
    show(<MembersPage me={ADA} />, TAB);

    expect(await screen.findByRole('alert')).toHaveTextContent('invite_users');
  });

  it('say what they are while there is none', async () => {
    answers('get', '/invitations', { items: [] });
    show(<MembersPage me={ADA} />, TAB);

    expect(await screen.findByText('No open invitations')).toBeVisible();
  });

  it('are sent again with a new link', async () => {
    answers('get', '/invitations', { items: [anInvitation({ status: 'expired' })] });
    const requests = records('post', '/invitations/i1/resend', anInvitation());
    show(<MembersPage me={ADA} />, TAB);
    expect((await screen.findAllByText('Expired'))[0]).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Send again to eve@example.com' }));

    expect(await screen.findByText(/the old one is dead/)).toBeVisible();
    expect(requests).toHaveLength(1);
  });

  it('say why they are void', async () => {
    const statusReason = 'Whoever gave the role Administrator may not give it any more.';
    answers('get', '/invitations', { items: [anInvitation({ status: 'void', statusReason })] });
    show(<MembersPage me={ADA} />, TAB);

    expect((await screen.findAllByText('Void'))[0]).toBeVisible();
    expect(screen.getAllByText(statusReason)[0]).toBeVisible();
    expect(screen.getByRole('button', { name: 'Send again to eve@example.com' })).toBeEnabled();
  });

  it('are withdrawn after a question', async () => {
    const requests = records('delete', '/invitations/i1', {}, 200);
    show(<MembersPage me={ADA} />, TAB);

    await userEvent.click(await screen.findByRole('button', { name: 'Withdraw the invitation of eve@example.com' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/stops working/)).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Withdraw' }));

    expect(await screen.findByText('The invitation is withdrawn')).toBeVisible();
    expect(requests).toHaveLength(1);
  });

  it('get another role', async () => {
    const requests = records('patch', '/invitations/i1', anInvitation());
    show(<MembersPage me={ADA} />, TAB);

    await userEvent.click(await screen.findByRole('button', { name: 'Role of eve@example.com: Member' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Analyst' }));

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({ role: 'analyst' });
  });
});

describe('inviting', () => {
  const write = async (text: string) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Invite people' }));
    await userEvent.type(screen.getByLabelText('E-mail addresses'), text);
  };

  it('takes one address, a role and a message', async () => {
    const requests = records('post', '/invitations', anInvitation(), 201);
    show(<MembersPage me={ADA} />);

    await write('eve@example.com');
    await expect.poll(() => screen.queryByRole('option', { name: 'Analyst' })).not.toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Role'), 'Analyst');
    await userEvent.type(screen.getByLabelText('Message'), 'Welcome');
    await userEvent.click(screen.getByRole('button', { name: 'Invite' }));

    expect(await screen.findByText('An invitation is on its way to eve@example.com')).toBeVisible();
    expect(await requests[0]?.json()).toEqual({ email: 'eve@example.com', role: 'analyst', message: 'Welcome' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps those of many that were refused, and says why', async () => {
    const requests = records('post', '/invitations/bulk', {
      created: [anInvitation()],
      refused: [{ email: 'bob@example.com', code: 'ALREADY_MEMBER', detail: 'Is a member already.' }],
    });
    show(<MembersPage me={ADA} />);

    await write('eve@example.com{Enter}bob@example.com');
    await userEvent.click(screen.getByRole('button', { name: 'Invite 2 people' }));

    expect(await screen.findByText('Is a member already.', { exact: false })).toHaveTextContent(/^bob@example.com/);
    expect(screen.getByLabelText('E-mail addresses')).toHaveValue('bob@example.com');
    expect(await requests[0]?.json()).toEqual({ emails: ['eve@example.com', 'bob@example.com'], role: 'member' });
  });

  it('sends nothing that can be no address', async () => {
    show(<MembersPage me={ADA} />);

    await write('eve');
    await userEvent.click(screen.getByRole('button', { name: 'Invite' }));

    expect(await screen.findByText('“eve” is no e-mail address.')).toBeVisible();
  });

  it('tells of the limit of the plan', async () => {
    refuses('/invitations', 402, { code: 'PLAN_LIMIT_REACHED', limit: 'members', detail: 'No seat is left.' }, 'post');
    show(<MembersPage me={ADA} />);

    await write('eve@example.com');
    await userEvent.click(screen.getByRole('button', { name: 'Invite' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('No seat is left.');
  });
});
