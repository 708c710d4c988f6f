import { Skeleton } from '@mantine/core';
import type { Ref } from 'react';
import { ApiProblem } from '#/api/problem';
import type { Widget, WidgetData } from '#/api/types';
import type { SeriesColors } from '#/features/dashboards/charts/colors';
import { ChartBody } from '#/features/dashboards/tiles/ChartBody';
import { MetricBody } from '#/features/dashboards/tiles/MetricBody';
import { tableFormat, tableHeadings } from '#/features/dashboards/tiles/table-format';
import type { ChartHandle } from '#/ui/chart/Chart';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { ResultTable } from '#/ui/table/ResultTable';
import classes from './Tile.module.css';

export interface TileBodyProps {
  widget: Widget;
  /** Absent while it is on its way. */
  data: WidgetData | undefined;
  asTable: boolean;
  colors: SeriesColors;
  coveredUntil: string | undefined;
  onRetry: () => void;
  chart?: Ref<ChartHandle>;
}

export function TileBody({ widget, data, asTable, colors, coveredUntil, onRetry, chart }: TileBodyProps) {
  if (data === undefined) {
    return (
      <div className={classes.fill} role="status" aria-label={`Loading ${widget.title}`}>
        <Delayed>
          {widget.type === 'metric' ? <Skeleton height={34} width="60%" /> : <Skeleton height="100%" />}
        </Delayed>
      </div>
    );
  }
  if (data.error !== undefined) {
    const { code, detail } = data.error;
    return <ErrorState compact error={new ApiProblem(422, { title: 'No figures', code, detail })} onRetry={onRetry} />;
  }
  const { result } = data;
  if (result === undefined || result.rows.length === 0) {
    return <p className={classes.empty}>No rows match. Widen the filters to see figures here.</p>;
  }
  if (asTable || widget.type === 'table') {
    return (
      <ResultTable
        label={`${widget.title}, as a table`}
        result={result}
        format={tableFormat(widget, result)}
        heading={tableHeadings(widget, result)}
      />
    );
  }
  if (widget.type === 'metric') return <MetricBody widget={widget} data={data} coveredUntil={coveredUntil} />;
  return (
    <ChartBody
      widget={widget}
      result={result}
      colors={colors}
      coveredUntil={coveredUntil}
      {...(chart === undefined ? {} : { chart })}
    />
  );
}
