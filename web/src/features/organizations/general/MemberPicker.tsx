import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Me } from '#/api/types';
import { organizationQueries } from '#/features/organizations/organization-queries';
import { nameOf } from '#/ui/format/person';

const PAUSE_MILLIS = 200;

interface Props {
  me: Me;
  value: string | null;
  onChange: (memberId: string | null) => void;
  error?: string | undefined;
}

/** Another active member, found by what is typed. */
export function MemberPicker({ me, value, onChange, error }: Props) {
  const [text, setText] = useState('');
  const [paused] = useDebouncedValue(text.trim(), PAUSE_MILLIS);
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  // What is shown once somebody is chosen is no search.
  const search = paused === chosen?.label ? '' : paused;
  const found = useInfiniteQuery({ ...organizationQueries.candidates(search), placeholderData: keepPreviousData });

  const members = (found.data?.pages.flatMap(({ items }) => items) ?? [])
    .filter(({ id, status }) => id !== me.account.id && status === 'active')
    .map((member) => ({ value: member.id, label: labelOf(member) }));
  const data = chosen === null || members.some((each) => each.value === chosen.value) ? members : [chosen, ...members];

  return (
    <Select
      label="New owner"
      placeholder="Name or e-mail"
      data-autofocus
      searchable
      // The options are reached by the arrow keys from the field; the scroll area around them would ask for a focus of its own.
      withScrollArea={false}
      styles={{ dropdown: { maxHeight: 240, overflowY: 'auto' }, option: { overflowWrap: 'anywhere' } }}
      data={data}
      // The server has searched; what it found is shown whole.
      filter={({ options }) => options}
      nothingFoundMessage={found.isFetching ? 'Looking…' : 'No other active member'}
      searchValue={text}
      onSearchChange={setText}
      value={value}
      error={error}
      onChange={(next) => {
        setChosen(data.find((each) => each.value === next) ?? null);
        onChange(next);
      }}
    />
  );
}

function labelOf(member: { firstName?: string; lastName?: string; email: string }): string {
  const name = nameOf(member);
  return name === member.email ? name : `${name} (${member.email})`;
}
