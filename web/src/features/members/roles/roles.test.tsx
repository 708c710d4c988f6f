import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PermissionFacts } from '#/api/types';
import { RolePage } from '#/features/members/roles/RolePage';
import { RolesPage } from '#/features/members/roles/RolesPage';
import { aPlan, aRole, me, someRoles } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const ADA = me({ permissions: ['view_users', 'assign_roles', 'view_dashboard', 'edit_dashboard', 'create_dashboard'] });
const AT = '/settings/organization/roles';

const permission = (name: string, over: Partial<PermissionFacts> = {}): PermissionFacts => ({
  name,
  category: 'Dashboards',
  text: `May ${name}`,
  ownerOnly: false,
  limitable: false,
  roles: { owner: 'all', administrator: 'all', analyst: 'all', member: 'none', viewer: 'none' },
  ...over,
});

const PERMISSIONS = [
  permission('view_dashboard'),
  permission('create_dashboard'),
  permission('edit_dashboard', { limitable: true }),
  permission('delete_dashboard'),
  permission('manage_subscription', { category: 'Billing', ownerOnly: true }),
];

beforeEach(() => {
  answers('get', '/plan', aPlan());
  answers('get', '/permissions', { items: PERMISSIONS });
  answers('get', '/roles', {
    items: [
      ...someRoles(),
      aRole({ id: 'editor', name: 'Editor', permissions: ['edit_dashboard', 'delete_dashboard'] }),
    ],
  });
});

const page = (id: string, onLeave = () => undefined) => <RolePage me={ADA} id={id} back={AT} onLeave={onLeave} />;

describe('the roles', () => {
  it('show their shape while they load', async () => {
    neverAnswers('/roles');
    show(<RolesPage me={ADA} at={AT} />);

    expect(await screen.findByRole('status', { name: 'Loading roles' })).toBeInTheDocument();
  });

  it('say which permission it takes to see them', async () => {
    refuses('/roles', 403, { code: 'PERMISSION_DENIED', permission: 'view_users' });
    show(<RolesPage me={ADA} at={AT} />);

    expect(await screen.findByRole('alert')).toHaveTextContent('view_users');
  });

  it('are listed with how many have each', async () => {
    show(<RolesPage me={ADA} at={AT} />);

    expect(await screen.findByRole('row', { name: 'Data steward Custom 2 2' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Owner' })).toHaveAttribute('href', `${AT}/owner`);
    expect(screen.getByRole('link', { name: 'New role' })).toHaveAttribute('href', `${AT}/new`);
  });

  it('of one’s own are shown with the plan they take', async () => {
    answers('get', '/plan', aPlan({ plan: 'free' }));
    show(<RolesPage me={ADA} at={AT} />);

    expect(await screen.findByText(/is not part of the free plan/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'New role' })).toBeNull();
  });
});

describe('making a role', () => {
  it('starts from a built-in one, without what one can’t give', async () => {
    const requests = records('post', '/roles', aRole({ name: 'Editors' }), 201);
    const onLeave = vi.fn();
    show(page('new', onLeave));

    await userEvent.type(await screen.findByLabelText('Name'), 'Editors');
    await userEvent.selectOptions(screen.getByLabelText('Start from'), 'Editor');
    await userEvent.selectOptions(screen.getByLabelText('Reach of edit_dashboard'), 'On what they made');
    await userEvent.click(screen.getByRole('button', { name: 'Create role' }));

    await expect.poll(() => onLeave.mock.calls.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({
      name: 'Editors',
      description: '',
      base: 'editor',
      permissions: ['edit_dashboard'],
      ownPermissions: ['edit_dashboard'],
    });
  });

  it('says why a permission can’t be given', async () => {
    show(page('new'));

    const subscription = await screen.findByRole('checkbox', { name: 'May manage_subscription' });
    expect(subscription).toBeDisabled();
    expect(subscription).toHaveAccessibleDescription('Only the owner has this.');
    expect(screen.getByRole('checkbox', { name: 'May delete_dashboard' })).toHaveAccessibleDescription(
      'You can’t give what you don’t have yourself.',
    );
  });

  it('takes a whole category at once', async () => {
    show(page('new'));
    const dashboards = within(await screen.findByRole('region', { name: 'Dashboards' }));

    await userEvent.selectOptions(dashboards.getByLabelText('All of Dashboards'), 'All');

    expect(dashboards.getByText('3 of 4')).toBeVisible();
    await userEvent.click(dashboards.getByRole('checkbox', { name: 'May view_dashboard' }));
    expect(dashboards.getByLabelText('All of Dashboards')).toHaveDisplayValue('Some');
  });

  it('says at the name that it is taken', async () => {
    const errors = [{ field: 'name', message: 'There is a role of this name.' }];
    refuses('/roles', 409, { code: 'ROLE_NAME_TAKEN', detail: 'x', errors }, 'post');
    show(page('new'));

    await userEvent.type(await screen.findByLabelText('Name'), 'Owner{Enter}');

    expect(await screen.findByText('There is a role of this name.')).toBeVisible();
  });
});

describe('a role', () => {
  it('of its own can be changed', async () => {
    const requests = records('patch', '/roles/r1', aRole());
    show(page('r1'));
    expect(await screen.findByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');

    await userEvent.click(screen.getByRole('checkbox', { name: 'May create_dashboard' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toMatchObject({
      permissions: ['create_dashboard', 'edit_dashboard', 'view_dashboard'],
      ownPermissions: ['edit_dashboard'],
    });
  });

  it('that is built in can be looked at', async () => {
    show(page('owner'));

    expect(await screen.findByText(/can’t be changed/)).toBeVisible();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  });

  it('that is gone is said to be', async () => {
    show(page('r9'));

    expect(await screen.findByText(/There is no such role/)).toBeVisible();
  });

  it('in use goes only with another for its members', async () => {
    const requests = records('delete', '/roles/r1', {}, 200);
    show(page('r1'));

    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete the role “Data steward”?' }));
    expect(dialog.getByText(/2 members have this role/)).toBeVisible();
    await userEvent.selectOptions(dialog.getByLabelText('Their role from then on'), 'Analyst');
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }));

    await expect.poll(() => requests.length).toBe(1);
    expect(new URL(requests[0]?.url ?? '').searchParams.get('replacement')).toBe('analyst');
  });
});
