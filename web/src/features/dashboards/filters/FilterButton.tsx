import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import classes from './FilterBar.module.css';

interface Props {
  label: string;
  value: string;
  set: boolean;
  icon: ReactNode;
  expanded: boolean;
  onClick: () => void;
  ref?: Ref<HTMLButtonElement>;
}

export function FilterButton({ label, value, set, icon, expanded, onClick, ref, ...others }: Props) {
  return (
    <UnstyledButton
      {...others}
      ref={ref ?? null}
      className={classes.button ?? ''}
      data-set={set || undefined}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {icon}
      <span className={classes.label}>{label}</span> <span className={classes.value}>{value}</span>
      <IconChevronDown size={14} aria-hidden />
    </UnstyledButton>
  );
}
