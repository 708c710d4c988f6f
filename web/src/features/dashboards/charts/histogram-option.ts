import { axisText, type ChartContext, gridOf, numberStyle } from '#/features/dashboards/charts/chart-context';
import { measureLabel, numberAt, rolesOf } from '#/features/dashboards/charts/roles';
import { measureKey } from '#/features/dashboards/charts/series';
import type { ChartOption } from '#/ui/chart/chart-option';
import { TOOLTIP_FRAME, tooltipContent } from '#/ui/chart/tooltip';
import { formatCompact, formatNumber } from '#/ui/format/number';

const MOST_BINS = 400;

export interface Bin {
  from: number;
  to: number;
  count: number;
}

/** Every bin between the lowest and the highest; one without rows counts none. */
export function everyBin(counts: ReadonlyMap<number, number>, width: number): Bin[] {
  const lows = [...counts.keys()].sort((a, b) => a - b);
  const first = lows[0];
  const last = lows.at(-1);
  if (first === undefined || last === undefined) return [];
  const number = Math.round((last - first) / width) + 1;
  if (number > MOST_BINS) return lows.map((from) => ({ from, to: from + width, count: counts.get(from) ?? 0 }));

  // Bins are found by their number, since 0.1 + 0.2 is not 0.3.
  const byNumber = new Map([...counts].map(([from, count]) => [Math.round((from - first) / width), count]));
  return Array.from({ length: number }, (_, at) => {
    const from = first + at * width;
    return { from, to: from + width, count: byNumber.get(at) ?? 0 };
  });
}

/** How a number is spread. */
export function histogramOption({ widget, result, look, colors }: ChartContext): ChartOption {
  const roles = rolesOf(widget.query, result);
  const [dimension] = roles.dimensions;
  const [measure] = roles.measures;
  if (dimension === undefined || measure === undefined) return {};

  const counts = new Map<number, number>();
  for (const row of result.rows) {
    const from = numberAt(row, dimension.at);
    if (from !== null) counts.set(from, numberAt(row, measure.at) ?? 0);
  }
  const bins = everyBin(counts, dimension.dimension.binWidth ?? 1);
  const mostRows = Math.max(0, ...bins.map(({ count }) => count));
  const style = numberStyle(widget);
  const color = colors.of(measureKey(measure), look);

  return {
    animation: false,
    grid: gridOf({ top: 12, right: 14 }),
    xAxis: {
      type: 'category',
      data: bins.map(({ from }) => formatCompact(from, style, bins.at(-1)?.from)),
      axisLine: { lineStyle: { color: look.hairline } },
      axisTick: { show: false },
      axisLabel: { ...axisText(look), hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      minInterval: 1,
      axisLabel: { ...axisText(look), formatter: (value: number) => formatCompact(value, {}, mostRows) },
      splitLine: { lineStyle: { color: look.hairline } },
    },
    tooltip: {
      ...TOOLTIP_FRAME,
      trigger: 'axis',
      axisPointer: { type: 'none' },
      formatter: (parameters) => {
        const [first] = Array.isArray(parameters) ? parameters : [parameters];
        const bin = bins[first?.dataIndex ?? -1];
        if (bin === undefined) return '';
        const heading = `${formatNumber(bin.from, style)} to ${formatNumber(bin.to, style)}`;
        return tooltipContent(heading, [{ name: measureLabel(measure), color, value: formatNumber(bin.count) }]);
      },
    },
    series: [
      { type: 'bar', color, barCategoryGap: '6%', emphasis: { disabled: true }, data: bins.map(({ count }) => count) },
    ],
  };
}
