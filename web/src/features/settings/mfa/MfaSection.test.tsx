import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { MfaSection } from '#/features/settings/mfa/MfaSection';
import { anMfa, BACKUP_CODES, me } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const section = <MfaSection me={me()} setUpAt="/set-up" />;
const isOn = (over = {}) => answers('get', '/me/mfa', anMfa({ totp: true, backupCodesLeft: 10, ...over }));

describe('two-step verification', () => {
  it('shows its shape while it loads', async () => {
    neverAnswers('/me/mfa');
    show(section);

    expect(await screen.findByRole('status', { name: 'Loading two-step verification' })).toBeInTheDocument();
  });

  it('tells why it can’t be shown', async () => {
    refuses('/me/mfa', 500, { code: 'INTERNAL', detail: 'Something broke here.' });
    show(section);

    expect(await screen.findByRole('alert')).toHaveTextContent('Something broke here.');
  });

  it('is offered to who has it not', async () => {
    answers('get', '/me/mfa', anMfa());
    show(section);

    expect(await screen.findByRole('link', { name: 'Set up' })).toHaveAttribute('href', '/set-up');
  });

  it('is shown, not hidden, where the plan leaves it out', async () => {
    answers('get', '/me/mfa', anMfa({ available: false }));
    show(section);

    expect(await screen.findByText(/not part of the professional plan/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Set up' })).toBeNull();
  });

  it('warns before the backup codes run out', async () => {
    isOn({ backupCodesLeft: 1 });
    show(section);

    expect(await screen.findByText(/1 backup code is left\. Make new ones/)).toBeVisible();
  });

  it('makes new backup codes for password and code, and holds them until they are stored', async () => {
    isOn();
    const requests = records('post', '/me/mfa/backup-codes', { backupCodes: BACKUP_CODES });
    show(section);

    await userEvent.click(await screen.findByRole('button', { name: 'New backup codes' }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Password'), 'a long secret');
    await userEvent.type(dialog.getByLabelText('Code'), '123456{Enter}');

    expect(await dialog.findByRole('heading', { name: 'Keep these ten codes' })).toHaveFocus();
    expect(await requests[0]?.json()).toEqual({ password: 'a long secret', code: '123456' });
    await userEvent.keyboard('{Escape}');
    expect(dialog.getByText('code-9')).toBeVisible();
    await userEvent.click(dialog.getByLabelText('I have stored them'));
    await userEvent.click(dialog.getByRole('button', { name: 'Finish' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is turned off by password and code, with what follows said before', async () => {
    isOn({ required: true });
    const requests = records('delete', '/me/mfa', {}, 200);
    show(section);

    await userEvent.click(await screen.findByRole('button', { name: 'Turn off' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/Analytical Engines requires it/)).toBeVisible();
    await userEvent.type(dialog.getByLabelText('Password'), 'a long secret');
    await userEvent.type(dialog.getByLabelText('Code'), '123456{Enter}');

    await expect.poll(() => requests.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({ password: 'a long secret', code: '123456' });
  });

  it('stays on after a wrong code, and says so at the field', async () => {
    isOn();
    refuses('/me/mfa', 422, { code: 'MFA_CODE_INVALID', detail: 'x' }, 'delete');
    show(section);

    await userEvent.click(await screen.findByRole('button', { name: 'Turn off' }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Password'), 'a long secret');
    await userEvent.type(dialog.getByLabelText('Code'), '123456{Enter}');

    expect(await dialog.findByText('That code is not right, or was used before.')).toBeVisible();
  });
});
