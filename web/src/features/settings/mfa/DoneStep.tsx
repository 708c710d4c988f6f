import { Button } from '@mantine/core';
import { FocusedHeading } from '#/ui/FocusedHeading';
import classes from './steps.module.css';

export function DoneStep({ onDone }: { onDone: () => void }) {
  return (
    <>
      <FocusedHeading level={2} className={classes.title}>
        Two-step verification is on
      </FocusedHeading>
      <p className={classes.text}>
        From the next log-in on, clariBI asks for a code after the password. Wherever else you were logged in, you are
        logged out.
      </p>
      <Button onClick={onDone}>Go on</Button>
    </>
  );
}
