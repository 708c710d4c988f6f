import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ApiKeysPage } from '#/features/developer/ApiKeysPage';
import { emptyKey, problemsOf, requestOf } from '#/features/developer/key-draft';
import { anApiKey, me } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const PERMISSIONS = {
  items: [
    { name: 'view_dashboard', category: 'Dashboards', text: 'See dashboards', limitable: false, ownerOnly: false },
    { name: 'edit_dashboard', category: 'Dashboards', text: 'Edit a dashboard', limitable: true, ownerOnly: false },
    {
      name: 'manage_security_settings',
      category: 'Security & Audit',
      text: 'Set the policy',
      limitable: false,
      ownerOnly: true,
    },
  ],
};

describe('API keys', () => {
  it('show their shape while they load', async () => {
    neverAnswers('/api-keys');
    show(<ApiKeysPage me={me()} />);

    expect(await screen.findByRole('status', { name: 'Loading API keys' })).toBeInTheDocument();
  });

  it('tell why they can’t be shown', async () => {
    refuses('/api-keys', 403, { code: 'MFA_ENROLMENT_REQUIRED', detail: 'Enrol a second factor.' });
    show(<ApiKeysPage me={me()} />);

    expect(await screen.findByText('Enrol a second factor.')).toBeVisible();
  });

  it('say what they are for where there is none', async () => {
    answers('get', '/api-keys', { items: [] });
    show(<ApiKeysPage me={me()} />);

    expect(await screen.findByRole('heading', { name: 'No API keys' })).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'New key' })).toHaveLength(2);
  });

  it('say what each may, until when, and how it is used', async () => {
    answers('get', '/api-keys', {
      items: [
        anApiKey({ scopes: ['view_dashboard', 'view_goals'], useCount: 1234 }),
        anApiKey({ id: 'k2', name: 'Old', expiresAt: '2001-01-01T00:00:00Z', lastUsedAt: '2001-01-01T00:00:00Z' }),
        anApiKey({ id: 'k3', name: 'Bob’s', createdBy: { id: 'a2', email: 'bob@example.com', firstName: 'Bob' } }),
      ],
    });
    show(<ApiKeysPage me={me()} />);

    const first = within(await screen.findByRole('row', { name: /Nightly export/ }));
    expect(first.getByText('claribi_0123456789ab…')).toBeVisible();
    expect(first.getByRole('list', { name: 'Permissions' })).toHaveTextContent('view_dashboardview_goals');
    expect(first.getByText('1,234')).toBeVisible();
    expect(first.getAllByText('never')).toHaveLength(2);
    expect(first.getByText('2 permissions')).toBeInTheDocument();
    expect(within(screen.getByRole('row', { name: /Old/ })).getAllByText('Expired')[0]).toBeVisible();
    expect(within(screen.getByRole('row', { name: /Bob’s/ })).getByText('acts for Bob')).toBeVisible();
  });

  it('are revoked after a question', async () => {
    answers('get', '/api-keys', { items: [anApiKey()] });
    const revoked = records('delete', '/api-keys/k1', {}, 200);
    show(<ApiKeysPage me={me()} />);

    await userEvent.click(await screen.findByRole('button', { name: 'Revoke Nightly export' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Revoke “Nightly export”?' }));
    expect(dialog.getByText(/refused as of its next request/)).toBeVisible();
    expect(revoked).toHaveLength(0);
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke' }));

    await expect.poll(() => revoked.length).toBe(1);
    expect(await screen.findByText('The key is revoked')).toBeVisible();
  });
});

describe('a new API key', () => {
  beforeEach(() => {
    answers('get', '/api-keys', { items: [] });
    answers('get', '/permissions', PERMISSIONS);
  });

  const open = async () => {
    show(<ApiKeysPage me={me()} />);
    const [first] = await screen.findAllByRole('button', { name: 'New key' });
    if (first !== undefined) await userEvent.click(first);
  };

  it('is shown once, until it is stored', async () => {
    const requests = records('post', '/api-keys', anApiKey({ key: 'claribi_0123456789ab_secret_000000' }), 201);
    await open();
    await userEvent.type(screen.getByLabelText('Name'), 'Nightly export{Enter}');

    const dialog = within(await screen.findByRole('dialog', { name: 'Your new key' }));
    expect(dialog.getByLabelText('The key')).toHaveValue('claribi_0123456789ab_secret_000000');
    expect(dialog.getByRole('button', { name: 'Copy the key' })).toBeVisible();
    expect(await requests[0]?.json()).toEqual({ name: 'Nightly export', expiresInDays: 90 });

    await userEvent.keyboard('{Escape}');
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }));
    expect(dialog.getByText('Store the key first, then say so here.')).toBeVisible();
    await userEvent.click(dialog.getByLabelText('I have stored it'));
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }));
    await expect.poll(() => screen.queryByLabelText('The key')).toBeNull();
  });

  it('may be narrowed to some of what one may oneself', async () => {
    const requests = records('post', '/api-keys', anApiKey({ key: 'claribi_x' }), 201);
    await open();
    await userEvent.type(screen.getByLabelText('Name'), 'Reader');
    await userEvent.click(screen.getByLabelText('Only these permissions'));

    await userEvent.click(await screen.findByLabelText('view_dashboard'));
    expect(screen.getByLabelText('manage_security_settings')).toBeVisible();
    expect(screen.queryByLabelText('edit_dashboard')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Make the key' }));

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({ name: 'Reader', expiresInDays: 90, scopes: ['view_dashboard'] });
  });

  it('says what is missing before it is sent', async () => {
    await open();
    await userEvent.click(screen.getByLabelText('Only these permissions'));
    await userEvent.selectOptions(screen.getByLabelText('Expires'), 'On a date');
    await userEvent.click(screen.getByRole('button', { name: 'Make the key' }));

    expect(screen.getByText('Say what the key is for.')).toBeVisible();
    expect(screen.getByText('Choose at least one permission.')).toBeVisible();
    expect(screen.getByText('Choose a day that is to come.')).toBeVisible();
  });

  it('says why it was refused', async () => {
    refuses('/api-keys', 409, { code: 'TOO_MANY_API_KEYS', detail: 'You have 50 API keys.' }, 'post');
    await open();
    await userEvent.type(screen.getByLabelText('Name'), 'One more{Enter}');

    expect(await screen.findByRole('alert')).toHaveTextContent('You have 50 API keys.');
  });
});

describe('a key while it is made', () => {
  it.each([
    ['30', { expiresInDays: 30 }],
    ['365', { expiresInDays: 365 }],
    ['never', {}],
  ] as const)('expires as chosen: %s', (expiry, expected) => {
    expect(requestOf({ ...emptyKey(), name: ' K ', expiry })).toEqual({ name: 'K', ...expected });
  });

  it('lasts to the end of a day', () => {
    const { expiresAt } = requestOf({ ...emptyKey(), name: 'K', expiry: 'date', date: '2030-05-01' });

    expect(expiresAt).toBe(new Date('2030-05-01T23:59:59').toISOString());
  });

  it('expires on no day that is over', () => {
    const draft = { ...emptyKey(), name: 'K', expiry: 'date' as const, date: '2024-05-01' };

    expect(problemsOf(draft, new Date('2024-05-01T12:00:00'))).toEqual({});
    expect(problemsOf(draft, new Date('2024-05-02T12:00:00'))).toHaveProperty('expiresAt');
  });
});
