import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import type { Widget, WidgetData } from '#/api/types';
import { type Comparison, comparisonOf, figureOf, lengthOf, trendOf } from '#/features/dashboards/tiles/metric';
import { Sparkline } from '#/ui/chart/Sparkline';
import classes from './MetricBody.module.css';

const ARROWS: Record<Comparison['direction'], typeof IconEqual> = {
  up: IconArrowUpRight,
  down: IconArrowDownRight,
  same: IconEqual,
};

interface Props {
  widget: Widget;
  data: WidgetData;
  coveredUntil: string | undefined;
}

export function MetricBody({ widget, data, coveredUntil }: Props) {
  const figure = data.result === undefined ? null : figureOf(widget, data.result);
  const length = data.result === undefined ? null : lengthOf(data.result);
  const comparison = comparisonOf(data);
  const trend = trendOf(widget, data.trend, coveredUntil);
  const Arrow = comparison === null ? null : ARROWS[comparison.direction];

  return (
    <div className={classes.metric}>
      <p className={classes.figure} data-long={(figure?.length ?? 0) > 12 || undefined}>
        {figure ?? '–'}
      </p>
      {Arrow !== null && comparison !== null ? (
        <p className={classes.comparison} title="Against the period of equal length before">
          <Arrow size={14} aria-hidden /> {comparison.text}
        </p>
      ) : (
        length !== null && <p className={classes.comparison}>{length}</p>
      )}
      <div className={classes.trend}>
        <Sparkline {...trend} label={`Course of ${widget.title}`} />
      </div>
    </div>
  );
}
