import { useMutation } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { api } from '#/api/client';
import { StepUpGate } from '#/app/StepUpGate';
import { me } from '#/testing/examples';
import { answers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';
import { FormAlert } from '#/ui/FormAlert';

/** Something that matters. */
function Deed() {
  const act = useMutation({ mutationFn: () => api.post('/deed') });
  return (
    <>
      <button type="button" onClick={() => act.mutate()}>
        Do it
      </button>
      {act.isSuccess && <p>It is done</p>}
      {act.error !== null && <FormAlert error={act.error} />}
    </>
  );
}

const page = (
  <StepUpGate>
    <Deed />
  </StepUpGate>
);

describe('what wants a confirmation', () => {
  beforeEach(() => {
    answers('get', '/me', me());
    refuses('/deed', 403, { code: 'STEP_UP_REQUIRED', detail: 'Confirm first.' }, 'post');
  });

  const ask = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Do it' }));
    return within(await screen.findByRole('dialog', { name: 'Confirm that it is you' }));
  };

  it('is done once it is given', async () => {
    const proofs = records('post', '/me/step-up', {});
    show(page);

    const dialog = await ask();
    answers('post', '/deed', {});
    await userEvent.type(dialog.getByLabelText('Password'), 'a long secret{Enter}');

    expect(await screen.findByText('It is done')).toBeVisible();
    expect(await proofs[0]?.json()).toEqual({ password: 'a long secret' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is not done without, and says so', async () => {
    show(page);

    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was changed');
  });
});
