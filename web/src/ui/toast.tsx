import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { refusalOf } from '#/api/problem';
import classes from './toast.module.css';

const look = {
  closeButtonProps: { 'aria-label': 'Dismiss' },
  withBorder: true,
  radius: 'md',
  classNames: { root: classes.toast ?? '' },
} as const;

export function toastDone(message: string): void {
  notifications.show({ ...look, message });
}

export function toastFailure(what: string, error: unknown): void {
  notifications.show({ ...look, color: 'red', title: what, message: refusalOf(error).detail, autoClose: 8000 });
}

/** Eight seconds to take it back. */
export function toastWithUndo(message: string, undo: () => void): void {
  const id = crypto.randomUUID();
  const takeBack = () => {
    notifications.hide(id);
    undo();
  };
  notifications.show({
    ...look,
    id,
    autoClose: 8000,
    message: (
      <span className={classes.undo}>
        {message}
        <Button size="compact-sm" variant="light" onClick={takeBack}>
          Undo
        </Button>
      </span>
    ),
  });
}
