import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import type { Widget, WidgetData } from '#/api/types';
import { type Comparison, comparisonOf, figureOf, trendOf } from '#/features/dashboards/tiles/metric';
import { Sparkline } from '#/ui/chart/Sparkline';
import classes from './MetricBody.module.css';

const ARROWS: Record<Comparison['direction'], typeof IconEqual> = {
  up: IconArrowUpRight,
  down: IconArrowDownRight,
  same: IconEqual,
};

export function MetricBody({ widget, data }: { widget: Widget; data: WidgetData }) {
  const figure = data.result === undefined ? null : figureOf(widget, data.result);
  const comparison = comparisonOf(data);
  const trend = trendOf(widget, data.trend);
  const Arrow = comparison === null ? null : ARROWS[comparison.direction];

  return (
    <div className={classes.metric}>
      <p className={classes.figure} data-long={(figure?.length ?? 0) > 12 || undefined}>
        {figure ?? '–'}
      </p>
      <p className={classes.comparison} title="Against the period of equal length before">
        {Arrow !== null && comparison !== null && (
          <>
            <Arrow size={14} aria-hidden /> {comparison.text}
          </>
        )}
      </p>
      <div className={classes.trend}>
        <Sparkline values={trend} label={`Course of ${widget.title}`} />
      </div>
    </div>
  );
}
