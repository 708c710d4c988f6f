import { Modal } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { DropZone } from '#/features/sources/upload/DropZone';
import { FileSettings } from '#/features/sources/upload/FileSettings';
import { UploadFailure } from '#/features/sources/upload/UploadFailure';
import { UploadProgress } from '#/features/sources/upload/UploadProgress';
import { UploadResult } from '#/features/sources/upload/UploadResult';
import { type UploadState, useUploadRun } from '#/features/sources/upload/use-upload-run';
import type { UploadTarget } from '#/features/sources/upload-context';
import classes from './UploadDialog.module.css';

interface Props {
  target: UploadTarget;
  onClose: () => void;
}

export function UploadDialog({ target: { file, replaces }, onClose }: Props) {
  const path = replaces === undefined ? '/data-sources/upload' : `/data-sources/${replaces.id}/upload`;
  const { state, start, cancel, choose, chooseAnother } = useUploadRun(path, file);
  const sending = state.step === 'sending';

  return (
    <Modal
      opened
      onClose={onClose}
      title={titleOf(state, replaces?.name)}
      size={state.step === 'choose' ? 560 : 820}
      closeOnClickOutside={!sending}
      closeOnEscape={!sending}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {state.step === 'choose' && (
        <DropZone onFile={choose}>
          <IconUpload className={classes.icon} size={26} aria-hidden />
          <span className={classes.title}>Drop a file, or click to choose one</span>
          <span className={classes.text}>CSV, TSV, JSON, JSON lines, Excel or Parquet</span>
        </DropZone>
      )}
      {state.step === 'settings' && (
        <FileSettings
          key={`${state.file.name} ${state.file.lastModified}`}
          file={state.file}
          named={replaces === undefined}
          onStart={(settings) => start(state.file, settings)}
          onAnother={chooseAnother}
        />
      )}
      {(state.step === 'sending' || state.step === 'importing') && <UploadProgress state={state} onCancel={cancel} />}
      {state.step === 'failed' && (
        <UploadFailure error={state.error} onBack={() => choose(state.file)} onAnother={chooseAnother} />
      )}
      {state.step === 'done' && <UploadResult job={state.job} onClose={onClose} />}
    </Modal>
  );
}

function titleOf({ step }: UploadState, replaced: string | undefined): string {
  if (step === 'done') return replaced === undefined ? 'Your data is ready' : `The data of “${replaced}” is replaced`;
  return replaced === undefined ? 'Add data' : `Replace the data of “${replaced}”`;
}
