import { expect, it } from 'vitest';
import { NotConfirmed, StepUp } from '#/api/step-up';

it('asks once for all who wait', async () => {
  const stepUp = new StepUp();
  const questions: boolean[] = [];
  stepUp.subscribe(() => questions.push(stepUp.asked));

  const waiting = Promise.all([stepUp.ask(), stepUp.ask()]);
  stepUp.confirm();

  await expect(waiting).resolves.toHaveLength(2);
  expect(questions).toEqual([true, true, false]);
});

it('tells whoever waits that the person declined, and asks anew the next time', async () => {
  const stepUp = new StepUp();
  stepUp.subscribe(() => undefined);

  const declined = stepUp.ask();
  stepUp.decline();
  await expect(declined).rejects.toBeInstanceOf(NotConfirmed);

  const confirmed = stepUp.ask();
  stepUp.confirm();
  await expect(confirmed).resolves.toBeUndefined();
});

it('leaves nobody waiting when the dialog goes', async () => {
  const stepUp = new StepUp();
  const leave = stepUp.subscribe(() => undefined);
  const asked = stepUp.ask();

  leave();

  await expect(asked).rejects.toBeInstanceOf(NotConfirmed);
  expect(stepUp.heard).toBe(false);
});
