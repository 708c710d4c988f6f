import { Button, type ButtonProps, Loader } from '@mantine/core';
import type { MouseEvent, Ref } from 'react';
import classes from './BusyButton.module.css';

interface Props extends Omit<ButtonProps, 'loading' | 'disabled'> {
  busy?: boolean;
  /** Can't be pressed now, for a reason that stands beside it. */
  off?: boolean;
  type?: 'button' | 'submit';
  onClick?: () => void;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that keeps the focus while its work is done: one that is disabled would lose it, and a keyboard its place. */
export function BusyButton({ busy = false, off = false, type = 'button', onClick, children, ...others }: Props) {
  const press = (event: MouseEvent) => {
    if (busy || off) event.preventDefault();
    else onClick?.();
  };
  return (
    <Button
      {...others}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || off || undefined}
      data-busy={busy || undefined}
      {...(off && { 'data-disabled': true })}
      onClick={press}
    >
      {busy && <Loader className={classes.loader ?? ''} size={16} color="currentColor" aria-hidden />}
      <span className={classes.label}>{children}</span>
    </Button>
  );
}
