import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { type AuditFilter, isEmpty } from '#/features/audit/audit-filter';
import { eventGroups, eventName } from '#/ui/format/event-words';
import classes from './AuditFilters.module.css';

const PAUSE_MILLIS = 300;

const TYPES = [
  { value: '', label: 'Everything' },
  ...eventGroups().map(({ group, types }) => ({
    group,
    items: types.map((type) => ({ value: type, label: eventName(type) })),
  })),
];

interface Props {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

/** When, by whom, and what. */
export function AuditFilters({ filter, onChange }: Props) {
  const [actor, setActor] = useState(filter.actor);
  const find = useDebouncedCallback((words: string) => onChange({ ...filter, actor: words }), PAUSE_MILLIS);
  const clear = () => {
    setActor('');
    onChange({ from: '', to: '', actor: '', type: '' });
  };
  return (
    <search className={classes.filters}>
      <TextInput
        label="From"
        type="date"
        max={filter.to || undefined}
        value={filter.from}
        onChange={(event) => onChange({ ...filter, from: event.currentTarget.value })}
      />
      <TextInput
        label="To"
        type="date"
        min={filter.from || undefined}
        value={filter.to}
        onChange={(event) => onChange({ ...filter, to: event.currentTarget.value })}
      />
      <TextInput
        className={classes.wide ?? ''}
        label="By"
        placeholder="E-mail of a member"
        type="search"
        maxLength={254}
        spellCheck={false}
        autoCapitalize="off"
        value={actor}
        onChange={(event) => {
          setActor(event.currentTarget.value);
          find(event.currentTarget.value.trim());
        }}
      />
      <NativeSelect
        className={classes.wide ?? ''}
        label="What"
        value={filter.type}
        data={TYPES}
        onChange={(event) => onChange({ ...filter, type: event.currentTarget.value })}
      />
      <Button variant="default" disabled={isEmpty(filter)} onClick={clear}>
        Clear
      </Button>
    </search>
  );
}
