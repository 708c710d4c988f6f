import { Button } from '@mantine/core';
import { FormAlert } from '#/ui/FormAlert';
import classes from './UploadDialog.module.css';

interface Props {
  error: unknown;
  onBack: () => void;
  onAnother: () => void;
}

export function UploadFailure({ error, onBack, onAnother }: Props) {
  return (
    <>
      <FormAlert error={error} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onBack}>
          Back to the settings
        </Button>
        <Button onClick={onAnother}>Choose another file</Button>
      </div>
    </>
  );
}
