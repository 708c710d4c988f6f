import { Skeleton } from '@mantine/core';
import { Delayed } from '#/ui/Delayed';
import classes from './ListSkeleton.module.css';

/** The shape of a LinkTable before its rows are there. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      <Delayed>
        <div className={classes.box}>
          {['a', 'b', 'c', 'd'].map((row) => (
            <div className={classes.row} key={row}>
              <Skeleton height={14} width="32%" />
              <Skeleton height={12} width={72} />
            </div>
          ))}
        </div>
      </Delayed>
    </div>
  );
}
