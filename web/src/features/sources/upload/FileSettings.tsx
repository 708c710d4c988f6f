import { Button, NativeSelect, Stack, Switch, TextInput } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { UploadOptions } from '#/api/types';
import { HeadPreview } from '#/features/sources/upload/HeadPreview';
import {
  DELIMITER_NAMES,
  DELIMITERS,
  type Delimiter,
  ENCODING_NAMES,
  type Encoding,
  shapeOf,
} from '#/features/sources/upload/text-head';
import { useTextHead } from '#/features/sources/upload/use-text-head';
import type { UploadSettings } from '#/features/sources/upload/use-upload-run';
import { formatBytes } from '#/ui/format/number';
import classes from './UploadDialog.module.css';

interface Props {
  file: File;
  named: boolean;
  onStart: (settings: UploadSettings) => void;
  onAnother: () => void;
}

/** Only what the person chose is sent: what is left on “detected” is for the server to find out. */
export function FileSettings({ file, named, onStart, onAnother }: Props) {
  const [name, setName] = useState(file.name.replace(/\.[^.]+$/, ''));
  const [options, setOptions] = useState<UploadOptions>({});
  const head = useTextHead(file, options);
  const shape = shapeOf(file.name);
  const empty = file.size === 0;

  const choose = (choice: Partial<{ [Key in keyof UploadOptions]: UploadOptions[Key] | undefined }>) => {
    const merged = { ...options, ...choice };
    setOptions(Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onStart(named ? { name: name.trim(), options } : { options });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <p className={classes.file}>
          <IconFile size={16} aria-hidden /> {file.name} · {formatBytes(file.size)}
        </p>
        {named && (
          <TextInput
            label="Name"
            autoFocus
            data-autofocus
            required
            withAsterisk={false}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {shape === 'delimited' && head !== null && (
          <div className={classes.choices}>
            <NativeSelect
              label="Delimiter"
              value={options.delimiter ?? ''}
              onChange={(event) => choose({ delimiter: chosen(event.currentTarget.value, DELIMITERS) })}
              data={[
                { value: '', label: `Detected: ${DELIMITER_NAMES[head.detected.delimiter].toLowerCase()}` },
                ...DELIMITERS.map((value) => ({ value, label: DELIMITER_NAMES[value] })),
              ]}
            />
            <NativeSelect
              label="Encoding"
              value={options.encoding ?? ''}
              onChange={(event) => choose({ encoding: chosen(event.currentTarget.value, ENCODINGS) })}
              data={[
                { value: '', label: `Detected: ${ENCODING_NAMES[head.detected.encoding]}` },
                ...ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] })),
              ]}
            />
            <Switch
              label="First row holds the names"
              pb={8}
              checked={head.header}
              onChange={(event) => choose({ header: event.currentTarget.checked })}
            />
          </div>
        )}
        {head !== null && !empty && <HeadPreview head={head} shape={shape} />}
        {empty && <p role="alert">The file is empty. Choose one with at least one row.</p>}
      </Stack>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onAnother}>
          Choose another file
        </Button>
        <Button type="submit" disabled={empty || (named && name.trim() === '')}>
          {named ? 'Upload' : 'Replace data'}
        </Button>
      </div>
    </form>
  );
}

const ENCODINGS: readonly Encoding[] = ['utf-8', 'latin-1'];

function chosen<T extends Delimiter | Encoding>(value: string, choices: readonly T[]): T | undefined {
  return choices.find((choice) => choice === value);
}
