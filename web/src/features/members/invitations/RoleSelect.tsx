import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '#/api/types';
import { memberQueries } from '#/features/members/member-queries';
import { whyNotGrantable } from '#/features/members/role-words';

interface Props extends Omit<NativeSelectProps, 'value' | 'onChange' | 'data'> {
  giver: Me;
  value: string;
  onChange: (role: string) => void;
  /** Can't be chosen, whatever one holds. */
  without?: string;
}

/** The roles that one may give; the others are there, but can't be chosen. */
export function RoleSelect({ giver, value, onChange, without, ...others }: Props) {
  const roles = useQuery(memberQueries.roles());
  const data = (roles.data ?? [])
    .filter(({ id }) => id !== 'owner' && id !== without)
    .map((role) => {
      const reason = whyNotGrantable(role, giver);
      const label = reason === undefined ? role.name : `${role.name} (${reason.toLowerCase()})`;
      return { value: role.id, label, disabled: reason !== undefined };
    });
  return (
    <NativeSelect
      {...others}
      value={value}
      data={data.some((each) => each.value === value) ? data : [{ value, label: '' }, ...data]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
