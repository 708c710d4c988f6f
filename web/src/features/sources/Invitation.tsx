import { IconUpload } from '@tabler/icons-react';
import { Samples } from '#/features/sources/Samples';
import { DropZone } from '#/features/sources/upload/DropZone';
import { useUpload } from '#/features/sources/upload-context';
import { EmptyState } from '#/ui/EmptyState';
import classes from './Invitation.module.css';

/** For who has no data yet: drop a file, or begin with a sample. */
export function Invitation({ onDashboard }: { onDashboard: (id: string) => void }) {
  const upload = useUpload();
  if (!upload.allowed) {
    return (
      <EmptyState icon={<IconUpload size={22} />} title="Nothing here yet">
        Whoever may upload files can add the first one. Then its dashboard stands here.
      </EmptyState>
    );
  }
  return (
    <section className={classes.invitation}>
      <DropZone onFile={(file) => upload.open({ file })}>
        <span className={classes.icon} aria-hidden>
          <IconUpload size={22} />
        </span>
        <span className={classes.title}>Drop a file anywhere to see it as a dashboard</span>
        <span className={classes.text}>CSV, TSV, JSON, Excel or Parquet. Or click to choose one.</span>
      </DropZone>
      <Samples onDashboard={onDashboard} />
    </section>
  );
}
