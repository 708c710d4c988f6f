import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { FilterState } from '#/features/dashboards/filters/filter-state';

const NAME = 'filter';

/** The filters stand in the address, so that a link shows what its sender saw, and Back goes back. */
export function useFilterState(): [FilterState, (next: FilterState) => void] {
  const [parameters, setParameters] = useSearchParams();
  const entries = parameters.getAll(NAME).join('\n');
  const state = useMemo(() => (entries === '' ? [] : entries.split('\n')), [entries]);

  const set = useCallback(
    (next: FilterState) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          after.delete(NAME);
          for (const entry of next) after.append(NAME, entry);
          return after;
        },
        // A checkbox answers at once, whatever else the page is drawing.
        { flushSync: true },
      ),
    [setParameters],
  );
  return [state, set];
}
