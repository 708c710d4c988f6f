import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import type { UploadState } from '#/features/sources/upload/use-upload-run';
import { formatBytes, formatShare } from '#/ui/format/number';
import classes from './UploadDialog.module.css';

interface Props {
  state: Extract<UploadState, { step: 'sending' | 'importing' }>;
  onCancel: () => Promise<void>;
}

export function UploadProgress({ state, onCancel }: Props) {
  const [cancelling, setCancelling] = useState(false);
  const { stage, figure, share } = progressOf(state);

  return (
    <div className={classes.progress}>
      <div className={classes.stage} role="status">
        <span>{stage}</span>
        <span>{figure}</span>
      </div>
      <Progress.Root size="sm">
        <Progress.Section value={share * 100} aria-label={stage} />
      </Progress.Root>
      <div className={classes.buttons}>
        <Button
          variant="default"
          loading={cancelling}
          onClick={() => {
            setCancelling(true);
            void onCancel();
          }}
        >
          Cancel
        </Button>
      </div>
    </div>
  );
}

function progressOf(state: Props['state']): { stage: string; figure: string; share: number } {
  if (state.step === 'importing') {
    const { message, progress } = state.job;
    return { stage: message ?? `Reading ${state.file.name}`, figure: formatShare(progress), share: progress };
  }
  const { sent, total, file } = state;
  const share = total === 0 ? 0 : Math.min(1, sent / total);
  const figure = `${formatBytes(Math.min(sent, file.size))} of ${formatBytes(file.size)}`;
  return { stage: `Sending ${file.name}`, figure, share };
}
