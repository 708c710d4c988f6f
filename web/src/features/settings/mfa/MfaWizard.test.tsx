import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { MfaWizard } from '#/features/settings/mfa/MfaWizard';
import { BACKUP_CODES } from '#/testing/examples';
import { answers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const SETUP = { secret: 'JBSWY3DPEHPK3PXP', otpauthUri: 'otpauth://totp/x', qrSvg: '<svg><script>1</script></svg>' };

function wizard(onDone = vi.fn()) {
  show(<MfaWizard email="ada@example.com" onDone={onDone} />);
  return onDone;
}

async function withPassword() {
  answers('post', '/me/mfa/totp', SETUP);
  await userEvent.type(screen.getByLabelText('Password'), 'a long secret{Enter}');
  await screen.findByRole('heading', { name: 'Add clariBI to your authenticator app' });
}

async function withCode() {
  await withPassword();
  answers('post', '/me/mfa/totp/confirm', { backupCodes: BACKUP_CODES });
  await userEvent.type(screen.getByLabelText('Code from the app'), '123456');
  await screen.findByRole('heading', { name: 'Keep your backup codes' });
}

describe('the wizard of two-step verification', () => {
  it('goes from step to step by keyboard, and each heading takes the focus', async () => {
    answers('post', '/me/mfa/totp', SETUP);
    const codes = records('post', '/me/mfa/totp/confirm', { backupCodes: BACKUP_CODES });
    const onDone = wizard();

    expect(screen.getByRole('heading', { name: 'Confirm your password' })).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('a long secret{Enter}');

    expect(await screen.findByRole('heading', { name: 'Add clariBI to your authenticator app' })).toHaveFocus();
    expect(screen.getByText('Authenticator app').closest('li')).toHaveAttribute('aria-current', 'step');
    for (let stop = 0; stop < 3; stop += 1) await userEvent.tab();
    await userEvent.keyboard('123456');

    expect(await screen.findByRole('heading', { name: 'Keep your backup codes' })).toHaveFocus();
    expect(await codes[0]?.json()).toEqual({ code: '123456' });
    expect(screen.getAllByText(/^code-\d$/)).toHaveLength(10);
    for (let stop = 0; stop < 4; stop += 1) await userEvent.tab();
    await userEvent.keyboard(' {Enter}');

    expect(await screen.findByRole('heading', { name: 'Two-step verification is on' })).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('shows the picture as a picture, which runs nothing, and the key in groups', async () => {
    wizard();
    await withPassword();

    const picture = screen.getByRole('img', { name: 'QR code for an authenticator app' });
    expect(picture).toHaveAttribute('src', `data:image/svg+xml;charset=utf-8,${encodeURIComponent(SETUP.qrSvg)}`);
    expect(document.querySelector('script')).toBeNull();
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
  });

  it('says at the field when the password is wrong', async () => {
    refuses('/me/mfa/totp', 401, { code: 'BAD_CREDENTIALS', detail: 'x' }, 'post');
    wizard();

    await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}');

    expect(await screen.findByText('That is not your password.')).toBeVisible();
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('That is not your password.');
  });

  it('says at the field when the code is wrong, and waits for the next', async () => {
    wizard();
    await withPassword();
    refuses('/me/mfa/totp/confirm', 422, { code: 'MFA_CODE_INVALID', detail: 'x' }, 'post');

    await userEvent.type(screen.getByLabelText('Code from the app'), '000000');

    expect(await screen.findByText('That code is not right, or was used before.')).toBeVisible();
    expect(screen.getByLabelText('Code from the app')).toHaveValue('');
    expect(screen.getByLabelText('Code from the app')).toHaveFocus();
  });

  it('tells of the plan that leaves it out', async () => {
    refuses('/me/mfa/totp', 402, { code: 'PLAN_FEATURE_MISSING', feature: 'mfa', detail: 'x' }, 'post');
    wizard();

    await userEvent.type(screen.getByLabelText('Password'), 'a long secret{Enter}');

    expect(await screen.findByText(/is not part of this plan/)).toBeVisible();
  });

  it('does not finish before the codes are stored', async () => {
    wizard();
    await withCode();

    await userEvent.click(screen.getByRole('button', { name: 'Finish' }));

    expect(await screen.findByText('Store the codes first, then say so here.')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Keep your backup codes' })).toBeVisible();
  });

  it('hands the codes out by clipboard, file and paper', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const files: Blob[] = [];
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => files.push(blob) && 'blob:x' }));
    const user = userEvent.setup();
    wizard();
    await withCode();

    await user.click(screen.getByRole('button', { name: 'Copy the codes' }));
    expect(await navigator.clipboard.readText()).toBe(BACKUP_CODES.join('\n'));
    expect(screen.getByText('Copied the codes.')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Download as text' }));
    expect(new TextDecoder().decode(await files[0]?.arrayBuffer())).toContain('of ada@example.com\n\ncode-0\ncode-1');

    await userEvent.click(screen.getByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledOnce();
  });
});
