import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { CopyButton } from '#/ui/CopyButton';
import { saveFile } from '#/ui/save-file';
import classes from './BackupCodes.module.css';

interface Props {
  codes: readonly string[];
  email: string;
}

/** The codes, and the ways to keep them. They are shown this once. */
export function BackupCodes({ codes, email }: Props) {
  const download = () => saveFile(new Blob([asText(codes, email)], { type: 'text/plain' }), 'claribi-backup-codes.txt');

  return (
    <>
      <div className={classes.sheet}>
        <p className={classes.heading}>clariBI backup codes of {email}</p>
        <ol className={classes.codes} aria-label="Backup codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </div>
      <div className={classes.buttons}>
        <CopyButton text={codes.join('\n')} what="the codes" />
        <Button variant="default" size="xs" leftSection={<IconDownload size={14} aria-hidden />} onClick={download}>
          Download as text
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </div>
    </>
  );
}

function asText(codes: readonly string[], email: string): string {
  return [
    `clariBI backup codes of ${email}`,
    '',
    ...codes,
    '',
    'Each code works once, in place of a code from the authenticator app.',
    '',
  ].join('\n');
}
