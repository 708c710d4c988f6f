import { Checkbox, Popover, TextInput } from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { FilterData } from '#/api/types';
import { FilterButton } from '#/features/dashboards/filters/FilterButton';
import { categoryWords } from '#/features/dashboards/filters/filter-words';
import { formatCount } from '#/ui/format/number';
import classes from './FilterBar.module.css';

const SEARCH_FROM = 8;

interface Props {
  label: string;
  choices: NonNullable<FilterData['values']>;
  chosen: readonly string[];
  onChange: (values: string[]) => void;
}

export function CategoryFilter({ label, choices, chosen, onChange }: Props) {
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  // What the address names stays on offer even where the data no longer has it.
  const all = [
    ...choices.map(({ value, count }) => ({ value: String(value ?? ''), count: formatCount(count) })),
    ...chosen
      .filter((value) => !choices.some((choice) => String(choice.value ?? '') === value))
      .map((value) => ({ value, count: '' })),
  ];
  const shown = all.filter(({ value }) => value.toLocaleLowerCase().includes(text.toLocaleLowerCase()));
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={264} trapFocus returnFocus>
      <Popover.Target>
        <FilterButton
          label={label}
          value={chosenText(chosen)}
          set={chosen.length > 0}
          icon={<IconFilter size={15} aria-hidden />}
          expanded={opened}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} p={8} aria-label={label}>
        {all.length >= SEARCH_FROM && (
          <TextInput
            aria-label={`Search ${label}`}
            placeholder="Search"
            size="xs"
            mb={8}
            leftSection={<IconSearch size={14} />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <fieldset className={classes.choices} aria-label={label}>
          {shown.map(({ value, count }) => (
            <div className={classes.choice} key={value}>
              <Checkbox
                size="xs"
                label={categoryWords(value)}
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
              />
              <span className={classes.count}>{count}</span>
            </div>
          ))}
          {shown.length === 0 && <p className={classes.choice}>Nothing found</p>}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}

function chosenText(chosen: readonly string[]): string {
  const [only] = chosen;
  if (only === undefined) return 'All';
  return chosen.length === 1 ? categoryWords(only) : `${formatCount(chosen.length)} chosen`;
}
