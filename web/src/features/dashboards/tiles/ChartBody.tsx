import { useComputedColorScheme } from '@mantine/core';
import { type Ref, useMemo } from 'react';
import type { QueryResult, Widget } from '#/api/types';
import { chartOption } from '#/features/dashboards/charts/chart-option';
import type { SeriesColors } from '#/features/dashboards/charts/colors';
import { Chart, type ChartHandle } from '#/ui/chart/Chart';
import { lookOf } from '#/ui/chart/look';
import { formatCount } from '#/ui/format/number';

interface Props {
  widget: Widget;
  result: QueryResult;
  colors: SeriesColors;
  coveredUntil: string | undefined;
  chart?: Ref<ChartHandle>;
}

export function ChartBody({ widget, result, colors, coveredUntil, chart }: Props) {
  const scheme = useComputedColorScheme('light');
  const option = useMemo(
    () => chartOption({ widget, result, colors, coveredUntil, look: lookOf(scheme) }),
    [widget, result, colors, coveredUntil, scheme],
  );
  const label = `${widget.title}, ${widget.type} chart of ${formatCount(result.rows.length)} values. The tile’s menu shows them as a table.`;
  return <Chart option={option} label={label} ref={chart ?? null} />;
}
