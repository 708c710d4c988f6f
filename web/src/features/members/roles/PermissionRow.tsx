import { Checkbox, NativeSelect } from '@mantine/core';
import { IconCheck, IconMinus, IconUser } from '@tabler/icons-react';
import type { PermissionFacts, Reach } from '#/api/types';
import classes from './PermissionMatrix.module.css';

interface Props {
  permission: PermissionFacts;
  reach: Reach;
  /** Why it can't be changed. */
  locked?: string | undefined;
  onChange: (reach: Reach) => void;
}

const REACHES = [
  { value: 'all', label: 'On everything' },
  { value: 'own', label: 'On what they made' },
];

/** One permission of a role: not at all, on everything, or on what one has made. */
export function PermissionRow({ permission, reach, locked, onChange }: Props) {
  const { name, text } = permission;
  const given = reach !== 'none';
  return (
    <div className={classes.row}>
      <Checkbox
        className={classes.choice ?? ''}
        label={text}
        description={locked ?? name}
        checked={given}
        disabled={locked !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? 'all' : 'none')}
      />
      {given && permission.limitable && (
        <NativeSelect
          aria-label={`Reach of ${name}`}
          size="xs"
          value={reach}
          data={REACHES}
          disabled={locked !== undefined}
          onChange={(event) => onChange(event.currentTarget.value === 'own' ? 'own' : 'all')}
        />
      )}
    </div>
  );
}

const SHOWN = {
  all: { icon: IconCheck, word: 'Yes' },
  own: { icon: IconUser, word: 'On what they made' },
  none: { icon: IconMinus, word: 'No' },
} as const;

/** The same, for who only looks. */
export function PermissionFact({ permission: { name, text }, reach }: Pick<Props, 'permission' | 'reach'>) {
  const { icon: Icon, word } = SHOWN[reach];
  return (
    <div className={classes.row}>
      <div>
        <p className={classes.text}>{text}</p>
        <p className={classes.name}>{name}</p>
      </div>
      <p className={classes.reach} data-reach={reach}>
        <Icon size={16} aria-hidden />
        {word}
      </p>
    </div>
  );
}
