import { Checkbox, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PermissionFacts } from '#/api/types';
import { developerQueries } from '#/features/developer/developer-queries';
import { ErrorState } from '#/ui/ErrorState';
import classes from './ApiKeys.module.css';

interface Props {
  /** What the person at it may. */
  held: readonly string[];
  /** Absent: all of it. */
  scopes: readonly string[] | undefined;
  error: string | undefined;
  onChange: (scopes: readonly string[] | undefined) => void;
}

/** What a key may: all that one may oneself, or some of it. */
export function ScopeChoice({ held, scopes, error, onChange }: Props) {
  return (
    <Stack gap="sm">
      <Radio.Group
        label="What it may do"
        description="Never more than you may at the time; if your role becomes less, so does the key."
        value={scopes === undefined ? 'all' : 'some'}
        error={error}
        onChange={(choice) => onChange(choice === 'all' ? undefined : [])}
      >
        <Stack gap={8} mt={8}>
          <Radio value="all" label="Everything that my role may" />
          <Radio value="some" label="Only these permissions" />
        </Stack>
      </Radio.Group>
      {scopes !== undefined && <Permissions held={held} scopes={scopes} onChange={onChange} />}
    </Stack>
  );
}

function Permissions({ held, scopes, onChange }: Pick<Props, 'held' | 'onChange'> & { scopes: readonly string[] }) {
  const permissions = useQuery(developerQueries.permissions());
  if (permissions.isPending) return <p role="status">Loading the permissions…</p>;
  if (permissions.isError) {
    return <ErrorState compact error={permissions.error} onRetry={() => permissions.refetch()} />;
  }
  const own = permissions.data.filter(({ name }) => held.includes(name));
  return (
    <Checkbox.Group value={[...scopes]} onChange={onChange}>
      <div className={classes.permissions}>
        {categoriesOf(own).map((category) => (
          <fieldset key={category} className={classes.category}>
            <legend>{category}</legend>
            {own
              .filter((each) => each.category === category)
              .map(({ name, text }) => (
                <Checkbox key={name} value={name} label={name} description={text} size="xs" />
              ))}
          </fieldset>
        ))}
      </div>
    </Checkbox.Group>
  );
}

function categoriesOf(permissions: readonly PermissionFacts[]): string[] {
  return [...new Set(permissions.map(({ category }) => category))];
}
