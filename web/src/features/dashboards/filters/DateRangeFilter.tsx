import { Popover, UnstyledButton } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { FilterButton } from '#/features/dashboards/filters/FilterButton';
import type { Period } from '#/features/dashboards/filters/filter-state';
import { presetsFor } from '#/features/dashboards/filters/presets';
import { formatDate, formatDateRange } from '#/ui/format/date';
import classes from './FilterBar.module.css';

const Calendar = lazy(async () => ({ default: (await import('#/features/dashboards/filters/Calendar')).Calendar }));

interface Props {
  label: string;
  min: string | undefined;
  max: string | undefined;
  period: Period;
  onChange: (period: Period) => void;
}

export function DateRangeFilter({ label, min, max, period, onChange }: Props) {
  const [opened, setOpened] = useState(false);
  const choose = (next: Period) => {
    onChange(next);
    setOpened(false);
  };
  const presets = [{ label: 'All time', period: {} }, ...presetsFor(min, max)];

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <FilterButton
          label={label}
          value={periodText(period)}
          set={period.from !== undefined || period.to !== undefined}
          icon={<IconCalendar size={15} aria-hidden />}
          expanded={opened}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={label}>
        <div className={classes.period}>
          <div className={classes.presets}>
            {presets.map((preset) => (
              <UnstyledButton
                key={preset.label}
                className={classes.preset ?? ''}
                aria-pressed={preset.period.from === period.from && preset.period.to === period.to}
                onClick={() => choose(preset.period)}
              >
                {preset.label}
              </UnstyledButton>
            ))}
          </div>
          <div className={classes.calendar}>
            <Suspense>
              <Calendar period={period} start={max} onChoose={choose} />
            </Suspense>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function periodText({ from, to }: Period): string {
  if (from !== undefined && to !== undefined) return formatDateRange(from, to);
  if (from !== undefined) return `from ${formatDate(from)}`;
  return to === undefined ? 'All time' : `until ${formatDate(to)}`;
}
