import { NativeSelect, Stack, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { meQuery } from '#/api/me';
import { ApiProblem } from '#/api/problem';
import type { Me, SecurityPolicy } from '#/api/types';
import { hoursInWords, IDLE_MINUTES, LIFETIME_HOURS, minutesInWords } from '#/features/settings/durations';
import { Consequences } from '#/features/settings/organization/Consequences';
import { changeOf, consequencesOf } from '#/features/settings/organization/policy-change';
import { settingsQueries } from '#/features/settings/settings-queries';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import { PlanHint } from '#/ui/PlanHint';
import { Section } from '#/ui/Section';
import { toastDone } from '#/ui/toast';

/** What every member's log-in has to meet, with what a change does said before it is saved. */
export function PolicyForm({ me, policy }: { me: Me; policy: SecurityPolicy }) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(policy);
  const change = changeOf(policy, draft);
  const save = useMutation({
    ...settingsQueries.changePolicy(),
    onSuccess: (saved) => {
      queries.setQueryData(settingsQueries.policy().queryKey, saved);
      setDraft(saved);
      toastDone('The security policy is saved');
      void queries.invalidateQueries({ queryKey: meQuery().queryKey });
      void queries.invalidateQueries({ queryKey: settingsQueries.mfa().queryKey });
    },
  });
  const planLacksIt = save.error instanceof ApiProblem && save.error.status === 402;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(change);
  };

  return (
    <form onSubmit={submit}>
      <Section title="Two-step verification" description="A stolen password alone then opens nobody’s account.">
        <Switch
          label="Every member must use it"
          checked={draft.mfaRequired}
          onChange={(event) => setDraft({ ...draft, mfaRequired: event.currentTarget.checked })}
        />
      </Section>
      <Section title="Sessions" description="Members may choose shorter times for themselves, not longer ones.">
        <Stack gap="md" maw={320}>
          <NativeSelect
            label="Log out when idle, at the latest after"
            value={draft.idleTimeoutMinutes ?? ''}
            data={choices(IDLE_MINUTES, draft.idleTimeoutMinutes, minutesInWords)}
            onChange={(event) => setDraft(withLimit(draft, 'idleTimeoutMinutes', event.currentTarget.value))}
          />
          <NativeSelect
            label="Ask for a new log-in, at the latest after"
            value={draft.maxSessionHours ?? ''}
            data={choices(LIFETIME_HOURS, draft.maxSessionHours, hoursInWords)}
            onChange={(event) => setDraft(withLimit(draft, 'maxSessionHours', event.currentTarget.value))}
          />
        </Stack>
      </Section>
      <Stack gap="md" mt="lg" align="flex-start">
        <Consequences sentences={consequencesOf(policy, draft, me.mfaEnabled)} />
        {planLacksIt && <PlanHint what="Requiring two-step verification" plan={me.organization.plan} />}
        {save.error !== null && !planLacksIt && <FormAlert error={save.error} />}
        <BusyButton type="submit" busy={save.isPending} off={Object.keys(change).length === 0}>
          Save
        </BusyButton>
      </Stack>
    </form>
  );
}

type Limit = 'idleTimeoutMinutes' | 'maxSessionHours';

function withLimit(policy: SecurityPolicy, limit: Limit, text: string): SecurityPolicy {
  const { [limit]: _, ...others } = policy;
  return text === '' ? others : { ...others, [limit]: Number(text) };
}

function choices(usual: readonly number[], present: number | undefined, inWords: (amount: number) => string) {
  const all = [...new Set([...usual, ...(present === undefined ? [] : [present])])].sort((a, b) => a - b);
  return [{ value: '', label: 'No limit' }, ...all.map((each) => ({ value: String(each), label: inWords(each) }))];
}
