import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Me } from '#/api/types';
import { EmailSection } from '#/features/settings/account/EmailSection';
import { ProfileSection } from '#/features/settings/account/ProfileSection';
import { me } from '#/testing/examples';
import { answers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const withPending = (): Me => me({ account: { ...me().account, pendingEmail: 'new@example.com' } });

describe('the name', () => {
  it('is saved, and only when it is another', async () => {
    const requests = records('patch', '/me', me());
    show(<ProfileSection me={me()} />);
    expect(screen.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');

    await userEvent.type(screen.getByLabelText('First name'), ' Ada{Enter}');

    expect(await screen.findByText('Your name is saved')).toBeVisible();
    expect(await requests[0]?.json()).toEqual({ firstName: 'Ada', lastName: '' });
  });

  it('says at its field what is wrong with it', async () => {
    const errors = [{ field: 'lastName', message: 'At most 100 characters.' }];
    refuses('/me', 422, { code: 'INVALID_INPUT', detail: 'x', errors }, 'patch');
    show(<ProfileSection me={me()} />);

    await userEvent.type(screen.getByLabelText('Last name'), 'L{Enter}');

    expect(await screen.findByText('At most 100 characters.')).toBeVisible();
  });
});

describe('the e-mail address', () => {
  const change = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Change the e-mail address' }));
    await userEvent.type(dialog.getByLabelText('New e-mail'), 'new@example.com');
    await userEvent.type(dialog.getByLabelText('Password'), 'a long secret{Enter}');
    return dialog;
  };

  it('is changed for the password', async () => {
    const requests = records('post', '/me/email', {}, 202);
    answers('get', '/me', withPending());
    show(<EmailSection me={me()} />);

    await change();

    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(await requests[0]?.json()).toEqual({ email: 'new@example.com', password: 'a long secret' });
  });

  it('stays after a wrong password, and says so at the field', async () => {
    refuses('/me/email', 401, { code: 'BAD_CREDENTIALS', detail: 'x' }, 'post');
    show(<EmailSection me={me()} />);

    const dialog = await change();

    expect(await dialog.findByText('That is not your password.')).toBeVisible();
  });

  it('counts once its code is entered', async () => {
    const requests = records('post', '/auth/email/verify', {}, 200);
    show(<EmailSection me={withPending()} />);

    await userEvent.type(screen.getByLabelText('Code from the mail'), '123456');

    expect(await screen.findByText('Your e-mail address is changed')).toBeVisible();
    expect(await requests[0]?.json()).toEqual({ email: 'new@example.com', code: '123456' });
  });

  it('waits on after a wrong code', async () => {
    refuses('/auth/email/verify', 422, { code: 'VERIFICATION_INVALID', detail: 'That code does not work.' }, 'post');
    show(<EmailSection me={withPending()} />);

    await userEvent.type(screen.getByLabelText('Code from the mail'), '123456');

    expect(await screen.findByRole('alert')).toHaveTextContent('That code does not work.');
  });
});
