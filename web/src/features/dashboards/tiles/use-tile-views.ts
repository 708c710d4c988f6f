import { useSearchParams } from 'react-router';

export interface TileViews {
  /** The tile shown alone. */
  full: string | null;
  /** The tile whose computation is shown. */
  explained: string | null;
  /** Tiles shown as tables. */
  tables: readonly string[];
  showFull: (id: string | null) => void;
  explain: (id: string | null) => void;
  toggleTable: (id: string) => void;
}

/** What is open stands in the address. */
export function useTileViews(): TileViews {
  const [parameters, setParameters] = useSearchParams();
  const tables = parameters.getAll('table');

  const change = (name: string, values: readonly string[], replace: boolean) =>
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete(name);
        for (const value of values) after.append(name, value);
        return after;
      },
      { replace },
    );

  return {
    full: parameters.get('tile'),
    explained: parameters.get('explain'),
    tables,
    showFull: (id) => change('tile', id === null ? [] : [id], false),
    explain: (id) => change('explain', id === null ? [] : [id], false),
    toggleTable: (id) =>
      change('table', tables.includes(id) ? tables.filter((each) => each !== id) : [...tables, id], true),
  };
}
