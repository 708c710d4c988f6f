import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Transfer } from '#/api/types';
import { ClosingBanner } from '#/features/organizations/banners/ClosingBanner';
import { TransferBanner } from '#/features/organizations/banners/TransferBanner';
import { anOrganization } from '#/testing/examples';
import { records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const transfer = (can: Partial<Transfer['can']>): Transfer => ({
  to: { id: 'a2', email: 'bob@example.com', name: 'Bob Bale' },
  expiresAt: '2024-05-04T12:00:00Z',
  can: { accept: false, withdraw: false, decline: false, ...can },
});

const offered = anOrganization({ transfer: transfer({ accept: true, decline: true }) });

describe('an organization that is to be deleted', () => {
  const closing = anOrganization({ state: 'closing', closesAt: '2024-05-08T12:00:00Z' });

  it('can be kept by its owner', async () => {
    const requests = records('post', '/organization/restore', anOrganization());
    show(<ClosingBanner organization={closing} />);
    expect(screen.getByRole('status')).toHaveTextContent(/will be deleted on .*2024/);

    await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));

    expect(await screen.findByText('The organization stays')).toBeVisible();
    expect(requests).toHaveLength(1);
  });

  it('tells why it can’t be kept', async () => {
    refuses('/organization/restore', 409, { code: 'ORGANIZATION_GONE', detail: 'Too late.' }, 'post');
    show(<ClosingBanner organization={closing} />);

    await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));

    expect(await screen.findByText('Too late.')).toBeVisible();
  });

  it('is nobody’s news while it is not', () => {
    show(<ClosingBanner organization={anOrganization()} />);

    expect(screen.queryByRole('status')).toBeNull();
  });
});

describe('a transfer of ownership', () => {
  it('is accepted after a question', async () => {
    const requests = records('post', '/organization/transfer/accept', {}, 200);
    show(<TransferBanner organization={offered} />);

    await userEvent.click(screen.getByRole('button', { name: 'Accept' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Become the owner of “Analytical Engines”?' }));
    expect(dialog.getByText(/present owner becomes an administrator/)).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Become the owner' }));

    expect(await screen.findByText('You are the owner of “Analytical Engines”')).toBeVisible();
    expect(requests).toHaveLength(1);
  });

  it('is declined by who is named', async () => {
    const requests = records('delete', '/organization/transfer', {}, 200);
    show(<TransferBanner organization={offered} />);

    await userEvent.click(screen.getByRole('button', { name: 'Decline' }));

    await expect.poll(() => requests.length).toBe(1);
  });

  it('is withdrawn by who made it', async () => {
    const requests = records('delete', '/organization/transfer', {}, 200);
    show(<TransferBanner organization={anOrganization({ transfer: transfer({ withdraw: true }) })} />);
    expect(screen.getByRole('status')).toHaveTextContent('Bob Bale has until');

    await userEvent.click(screen.getByRole('button', { name: 'Withdraw' }));

    expect(await screen.findByText('You stay the owner')).toBeVisible();
    expect(requests).toHaveLength(1);
  });

  it('is nobody else’s business', () => {
    show(<TransferBanner organization={anOrganization({ transfer: transfer({}) })} />);

    expect(screen.queryByRole('status')).toBeNull();
  });
});
