import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { GeneralPage } from '#/features/organizations/general/GeneralPage';
import { aMember, anOrganization, anOwner, me } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const NOTHING = { edit: false, transfer: false, delete: false };

describe('the organization', () => {
  it('shows its shape while it loads', async () => {
    neverAnswers('/organization');
    show(<GeneralPage me={me()} />);

    expect(await screen.findByRole('status', { name: 'Loading the organization' })).toBeInTheDocument();
  });

  it('tells why it can’t be shown', async () => {
    refuses('/organization', 503, { code: 'UNAVAILABLE', detail: 'Try again soon.' });
    show(<GeneralPage me={me()} />);

    expect(await screen.findByRole('alert')).toHaveTextContent('Try again soon.');
  });

  it('is read by who may not change it', async () => {
    answers('get', '/organization', anOrganization({ can: NOTHING }));
    show(<GeneralPage me={me()} />);

    expect(await screen.findByText('Analytical Engines')).toBeVisible();
    expect(screen.queryByLabelText('Name of the organization')).toBeNull();
    expect(screen.queryByText('Danger zone')).toBeNull();
  });

  it('is left by who does not own it, after a question', async () => {
    answers('get', '/organization', anOrganization({ can: NOTHING }));
    const requests = records('delete', '/me/membership', {}, 200);
    show(<GeneralPage me={me()} />);

    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Leave “Analytical Engines”?' }));
    expect(dialog.getByText(/goes to the owner/)).toBeVisible();
    expect(requests).toHaveLength(0);
    await userEvent.click(dialog.getByRole('button', { name: 'Leave' }));

    await expect.poll(() => requests.length).toBe(1);
  });

  it('is renamed', async () => {
    answers('get', '/organization', anOrganization());
    const requests = records('patch', '/organization', anOrganization({ name: 'Difference Engines' }));
    show(<GeneralPage me={me()} />);

    const field = await screen.findByLabelText('Name of the organization');
    await userEvent.clear(field);
    await userEvent.type(field, ' Difference Engines{Enter}');

    expect(await screen.findByText('The organization is called “Difference Engines”')).toBeVisible();
    expect(await requests[0]?.json()).toEqual({ name: 'Difference Engines' });
  });
});

describe('its ownership', () => {
  it('is offered to another active member, with a password', async () => {
    answers('get', '/organization', anOrganization());
    answers('get', '/members', {
      items: [anOwner(), aMember(), aMember({ id: 'a3', firstName: 'Eve', status: 'disabled' })],
    });
    const requests = records('post', '/organization/transfer', {}, 201);
    show(<GeneralPage me={me()} />);

    await userEvent.click(await screen.findByRole('button', { name: 'Transfer' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Transfer ownership' }));
    await userEvent.click(dialog.getByRole('combobox', { name: 'New owner' }));
    await userEvent.click(await dialog.findByRole('option', { name: 'Bob Bale (bob@example.com)' }));
    expect(dialog.queryByRole('option', { name: /Ada|Eve/ })).toBeNull();
    await userEvent.type(dialog.getByLabelText('Password'), 'the password');
    await userEvent.click(dialog.getByRole('button', { name: 'Offer ownership' }));

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({ memberId: 'a2', password: 'the password' });
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  });

  it('asks for the code that the server wants', async () => {
    answers('get', '/organization', anOrganization());
    answers('get', '/members', { items: [aMember()] });
    refuses('/organization/transfer', 422, { code: 'MFA_CODE_REQUIRED', detail: 'x' }, 'post');
    show(<GeneralPage me={me()} />);

    await userEvent.click(await screen.findByRole('button', { name: 'Transfer' }));
    await userEvent.click(screen.getByRole('combobox', { name: 'New owner' }));
    await userEvent.click(await screen.findByRole('option', { name: /Bob/ }));
    await userEvent.type(screen.getByLabelText('Password'), 'the password{Enter}');

    expect(await screen.findByLabelText('Code')).toHaveAccessibleDescription(/Enter a code too/);
  });
});

describe('its end', () => {
  it('takes its name, typed, and a password', async () => {
    answers('get', '/organization', anOrganization());
    const requests = records('delete', '/organization', { closesAt: '2024-05-08T12:00:00Z' }, 202);
    show(<GeneralPage me={me()} />);

    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete “Analytical Engines”?' }));
    const press = dialog.getByRole('button', { name: 'Delete the organization' });
    await userEvent.type(dialog.getByLabelText('Password'), 'the password');
    expect(press).toHaveAttribute('aria-disabled', 'true');
    await userEvent.type(dialog.getByLabelText('Type “Analytical Engines”'), 'Analytical Engines');
    await userEvent.click(press);

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({ name: 'Analytical Engines', password: 'the password' });
  });

  it('says at the field that the password is wrong', async () => {
    answers('get', '/organization', anOrganization());
    refuses('/organization', 401, { code: 'BAD_CREDENTIALS', detail: 'x' }, 'delete');
    show(<GeneralPage me={me()} />);

    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    await userEvent.type(screen.getByLabelText('Type “Analytical Engines”'), 'Analytical Engines');
    await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}');

    expect(await screen.findByText('That is not your password.')).toBeVisible();
  });
});
