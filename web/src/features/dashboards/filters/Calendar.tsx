import '@mantine/dates/styles.layer.css';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import type { Period } from '#/features/dashboards/filters/filter-state';
import { firstDayOfWeek } from '#/ui/format/locale';

interface Props {
  period: Period;
  /** The month shown while no period is chosen. */
  start: string | undefined;
  onChoose: (period: Period) => void;
}

/** Two clicks make a period; the first one alone changes nothing yet. */
export function Calendar({ period, start, onChoose }: Props) {
  const [range, setRange] = useState<[string | null, string | null]>([period.from ?? null, period.to ?? null]);
  const shown = period.from ?? start;

  return (
    <DatePicker
      type="range"
      allowSingleDateInRange
      hideOutsideDates
      weekendDays={[]}
      firstDayOfWeek={firstDayOfWeek()}
      {...(shown === undefined ? {} : { defaultDate: shown })}
      value={range}
      onChange={(next) => {
        setRange(next);
        const [from, to] = next;
        if (from !== null && to !== null) onChoose({ from, to });
      }}
      ariaLabels={{ previousMonth: 'Month before', nextMonth: 'Month after' }}
    />
  );
}
