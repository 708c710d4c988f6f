import { IconAlertTriangle, IconCircleCheck, IconPlayerPause, IconRefresh } from '@tabler/icons-react';
import type { DataSource } from '#/api/types';
import classes from './SourceStatus.module.css';

const LOOKS: Record<DataSource['status'], { label: string; icon: typeof IconRefresh }> = {
  active: { label: 'Active', icon: IconCircleCheck },
  syncing: { label: 'Loading', icon: IconRefresh },
  paused: { label: 'Paused', icon: IconPlayerPause },
  error: { label: 'Failed', icon: IconAlertTriangle },
};

/** A word and an icon beside the colour; the reason on hover and on the source's own page. */
export function SourceStatus({ source }: { source: Pick<DataSource, 'status' | 'statusReason'> }) {
  const { label, icon: Icon } = LOOKS[source.status];
  return (
    <span className={classes.status} data-status={source.status} title={source.statusReason}>
      <Icon size={15} stroke={1.8} aria-hidden />
      {label}
    </span>
  );
}
