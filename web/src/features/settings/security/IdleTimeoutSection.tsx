import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { meQuery } from '#/api/me';
import type { Me } from '#/api/types';
import { IDLE_MINUTES, minutesInWords } from '#/features/settings/durations';
import { changeMe } from '#/features/settings/settings-queries';
import { Section } from '#/ui/Section';
import { toastFailure, toastWithUndo } from '#/ui/toast';

/** After how long without a sign of life one is logged out. Shown at once, and taken back by one press. */
export function IdleTimeoutSection({ me }: { me: Me }) {
  const queries = useQueryClient();
  const key = meQuery().queryKey;
  const show = (idleTimeoutMinutes: number) =>
    queries.setQueryData<Me>(key, (before) => before && { ...before, idleTimeoutMinutes });

  const change = useMutation({
    mutationFn: ({ minutes }: { minutes: number; isUndo: boolean }) => changeMe({ idleTimeoutMinutes: minutes }),
    onMutate: ({ minutes }) => {
      show(minutes);
      return me.idleTimeoutMinutes;
    },
    onError: (error, _, before) => {
      if (before !== undefined) show(before);
      toastFailure('The time was not changed', error);
    },
    onSuccess: (changed, { isUndo }, before) => {
      queries.setQueryData(key, changed);
      if (isUndo) return;
      toastWithUndo(`Logged out after ${minutesInWords(changed.idleTimeoutMinutes)}`, () =>
        change.mutate({ minutes: before, isUndo: true }),
      );
    },
  });

  const most = me.maxIdleTimeoutMinutes;
  const choices = [...new Set([...IDLE_MINUTES, me.idleTimeoutMinutes])].sort((a, b) => a - b);
  return (
    <Section
      title="Log out when idle"
      description={
        most === undefined
          ? 'So that nobody finds your screen open.'
          : `${me.organization.name} logs everybody out after ${minutesInWords(most)}; a longer time counts where it allows one.`
      }
    >
      <NativeSelect
        label="After this long without doing anything"
        maw={240}
        value={String(me.idleTimeoutMinutes)}
        data={choices.map((minutes) => ({ value: String(minutes), label: minutesInWords(minutes) }))}
        onChange={(event) => change.mutate({ minutes: Number(event.currentTarget.value), isUndo: false })}
      />
    </Section>
  );
}
