import type { ReactNode } from 'react';
import type { Widget } from '#/api/types';
import classes from './DashboardGrid.module.css';

interface Props {
  widgets: readonly Widget[];
  /** The figures are of the filters before; new ones are on their way. */
  stale: boolean;
  children: (widget: Widget) => ReactNode;
}

/** Twelve columns as laid out; on a phone one, or two of metrics, in reading order. */
export function DashboardGrid({ widgets, stale, children }: Props) {
  const inOrder = [...widgets].sort((a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x);
  return (
    <div className={classes.grid} data-stale={stale || undefined} aria-busy={stale}>
      {inOrder.map((widget) => {
        const { x, y, w, h } = widget.layout;
        return (
          <div
            key={widget.id}
            className={classes.cell}
            data-kind={widget.type}
            style={{ gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` }}
          >
            {children(widget)}
          </div>
        );
      })}
    </div>
  );
}
