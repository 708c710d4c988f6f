import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Filter, FilterData } from '#/api/types';
import { CategoryFilter } from '#/features/dashboards/filters/CategoryFilter';
import { DateRangeFilter } from '#/features/dashboards/filters/DateRangeFilter';
import {
  type FilterState,
  periodOf,
  valuesOf,
  withPeriod,
  withValues,
} from '#/features/dashboards/filters/filter-state';
import classes from './FilterBar.module.css';

interface Props {
  filters: readonly Filter[];
  data: readonly FilterData[];
  state: FilterState;
  onChange: (next: FilterState) => void;
}

/** What is set here reaches every tile. */
export function FilterBar({ filters, data, state, onChange }: Props) {
  if (filters.length === 0) return null;
  return (
    <search className={classes.bar} aria-label="Filters">
      {filters.map((filter) => {
        const known = data.find(({ id }) => id === filter.id);
        return filter.kind === 'dateRange' ? (
          <DateRangeFilter
            key={filter.id}
            label={filter.label}
            min={known?.min?.slice(0, 10)}
            max={known?.max?.slice(0, 10)}
            period={periodOf(state, filter.id)}
            onChange={(period) => onChange(withPeriod(state, filter.id, period))}
          />
        ) : (
          <CategoryFilter
            key={filter.id}
            label={filter.label}
            choices={known?.values ?? []}
            chosen={valuesOf(state, filter.id)}
            onChange={(values) => onChange(withValues(state, filter.id, values))}
          />
        );
      })}
      {state.length > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          leftSection={<IconX size={14} />}
          onClick={() => onChange([])}
        >
          Clear filters
        </Button>
      )}
    </search>
  );
}
