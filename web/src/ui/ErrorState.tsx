import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconZoomQuestion } from '@tabler/icons-react';
import { type Refusal, refusalOf } from '#/api/problem';
import classes from './ErrorState.module.css';

interface Props {
  error: unknown;
  onRetry?: () => void;
  compact?: boolean;
}

const ICONS: Record<Refusal['kind'], typeof IconLock> = {
  permission: IconLock,
  plan: IconLock,
  missing: IconZoomQuestion,
  other: IconAlertTriangle,
};

/** What happened, what to do, and the trace id for whoever is asked for help. */
export function ErrorState({ error, onRetry, compact = false }: Props) {
  const refusal = refusalOf(error);
  const Icon = ICONS[refusal.kind];
  return (
    <div className={compact ? classes.compact : classes.full} role="alert">
      <Icon className={classes.icon} size={compact ? 18 : 24} aria-hidden />
      <p className={classes.title}>{refusal.title}</p>
      <p className={classes.detail}>{refusal.detail}</p>
      {onRetry !== undefined && refusal.kind === 'other' && (
        <Button variant="default" size="xs" mt={8} onClick={onRetry}>
          Try again
        </Button>
      )}
      {refusal.traceId !== undefined && <p className={classes.trace}>Trace {refusal.traceId}</p>}
    </div>
  );
}
