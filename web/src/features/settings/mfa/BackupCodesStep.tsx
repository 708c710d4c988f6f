import { BackupCodes } from '#/features/settings/mfa/BackupCodes';
import { StoredForm } from '#/features/settings/mfa/StoredForm';
import { FocusedHeading } from '#/ui/FocusedHeading';
import classes from './steps.module.css';

interface Props {
  codes: readonly string[];
  email: string;
  onStored: () => void;
}

export function BackupCodesStep({ codes, email, onStored }: Props) {
  return (
    <>
      <FocusedHeading level={2} className={classes.title}>
        Keep your backup codes
      </FocusedHeading>
      <p className={classes.text}>
        Should the app be lost with the phone, each of these codes logs you in once. They are not shown again: keep them
        where you keep passwords, not on the phone.
      </p>
      <BackupCodes codes={codes} email={email} />
      <StoredForm onStored={onStored} />
    </>
  );
}
