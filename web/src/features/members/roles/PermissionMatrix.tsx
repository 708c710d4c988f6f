import { NativeSelect } from '@mantine/core';
import type { PermissionFacts } from '#/api/types';
import { PermissionFact, PermissionRow } from '#/features/members/roles/PermissionRow';
import {
  byCategory,
  categoryReach,
  type RoleDraft,
  reachIn,
  whyLocked,
  withReach,
} from '#/features/members/roles/role-draft';
import classes from './PermissionMatrix.module.css';

interface Props {
  permissions: readonly PermissionFacts[];
  draft: RoleDraft;
  /** What the person at it holds; nobody gives more. */
  held: readonly string[];
  /** Absent for who only looks. */
  onChange?: ((draft: RoleDraft) => void) | undefined;
}

/** All permissions by category, with what a role has of each. */
export function PermissionMatrix({ permissions, draft, held, onChange }: Props) {
  return byCategory(permissions).map(([category, own]) => (
    <Category key={category} name={category} permissions={own} draft={draft} held={held} onChange={onChange} />
  ));
}

function Category({ name, permissions, draft, held, onChange }: Props & { name: string }) {
  const given = permissions.filter((each) => reachIn(draft, each.name) !== 'none').length;
  const changeable = permissions.filter((each) => whyLocked(each, held) === undefined);
  return (
    <section className={classes.category} aria-label={name}>
      <header className={classes.header}>
        <h3 className={classes.title}>
          {name}
          <span className={classes.count}>
            {given} of {permissions.length}
          </span>
        </h3>
        {onChange !== undefined && changeable.length > 1 && (
          <CategorySelect name={name} changeable={changeable} draft={draft} onChange={onChange} />
        )}
      </header>
      <div className={classes.surface}>
        {permissions.map((each) =>
          onChange === undefined ? (
            <PermissionFact key={each.name} permission={each} reach={reachIn(draft, each.name)} />
          ) : (
            <PermissionRow
              key={each.name}
              permission={each}
              reach={reachIn(draft, each.name)}
              locked={whyLocked(each, held)}
              onChange={(reach) => onChange(withReach(draft, [each], reach))}
            />
          ),
        )}
      </div>
    </section>
  );
}

interface SelectProps {
  name: string;
  changeable: readonly PermissionFacts[];
  draft: RoleDraft;
  onChange: (draft: RoleDraft) => void;
}

function CategorySelect({ name, changeable, draft, onChange }: SelectProps) {
  const reach = categoryReach(draft, changeable);
  return (
    <NativeSelect
      aria-label={`All of ${name}`}
      size="xs"
      value={reach}
      data={[
        { value: 'all', label: 'All' },
        { value: 'none', label: 'None' },
        ...(reach === 'some' ? [{ value: 'some', label: 'Some' }] : []),
      ]}
      onChange={(event) => onChange(withReach(draft, changeable, event.currentTarget.value === 'all' ? 'all' : 'none'))}
    />
  );
}
