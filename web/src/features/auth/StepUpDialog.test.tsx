import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { StepUpDialog } from '#/features/auth/StepUpDialog';
import { me } from '#/testing/examples';
import { answers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

function dialog() {
  const [onConfirmed, onDeclined] = [vi.fn(), vi.fn()];
  show(<StepUpDialog onConfirmed={onConfirmed} onDeclined={onDeclined} />);
  return { onConfirmed, onDeclined };
}

describe('the question who one is', () => {
  it('is answered by password and code', async () => {
    answers('get', '/me', me({ codeRequired: true }));
    const requests = records('post', '/me/step-up', {});
    const { onConfirmed } = dialog();

    await userEvent.type(await screen.findByLabelText('Password'), 'a long secret');
    await userEvent.type(await screen.findByLabelText('Code'), '123456{Enter}');

    await expect.poll(() => onConfirmed.mock.calls.length).toBe(1);
    expect(await requests[0]?.json()).toEqual({ password: 'a long secret', code: '123456' });
  });

  it('is asked again after a wrong password', async () => {
    answers('get', '/me', me());
    refuses('/me/step-up', 401, { code: 'BAD_CREDENTIALS', detail: 'x' }, 'post');
    const { onConfirmed } = dialog();

    await userEvent.type(await screen.findByLabelText('Password'), 'wrong{Enter}');

    expect(await screen.findByText('That is not your password.')).toBeVisible();
    expect(onConfirmed).not.toHaveBeenCalled();
  });

  it('may be left unanswered', async () => {
    answers('get', '/me', me());
    const { onDeclined } = dialog();

    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));

    expect(onDeclined).toHaveBeenCalledOnce();
  });
});
