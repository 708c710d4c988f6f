import type { ChartContext } from '#/features/dashboards/charts/chart-context';
import { axisText, gridOf, legendOf, numberStyle } from '#/features/dashboards/charts/chart-context';
import { everyPeriod, nextPeriod, shortest } from '#/features/dashboards/charts/periods';
import { type DimensionRole, isAdditive, isCount, rolesOf } from '#/features/dashboards/charts/roles';
import { limitSeries, type Series, seriesOf } from '#/features/dashboards/charts/series';
import type { BarSeries, ChartOption, LineSeries } from '#/ui/chart/chart-option';
import { TOOLTIP_FRAME, tooltipContent } from '#/ui/chart/tooltip';
import { formatPeriod, formatTick } from '#/ui/format/date';
import { formatCompact, formatNumber } from '#/ui/format/number';

const MOST_SERIES = 6;

/** Figures over time: lines, areas, or columns. */
export function timeOption(context: ChartContext): ChartOption {
  const { widget, result, look } = context;
  const roles = rolesOf(widget.query, result);
  const [time] = roles.dimensions;
  const [measure] = roles.measures;
  if (time === undefined || measure === undefined) return {};

  const { grain } = time.dimension;
  const timed = result.rows.filter((row) => row[time.at] !== null);
  const periods = everyPeriod(
    timed.map((row) => timeAt(row[time.at])),
    grain,
  );
  const all = seriesOf(roles, { ...result, rows: timed }, (row) => timeAt(row[time.at]), widget.options.unit);
  const series = roles.dimensions.length > 1 ? limitSeries(all, MOST_SERIES, isAdditive(measure)) : all;
  const incomplete = lastIsIncomplete(context, time, periods);
  const style = numberStyle(widget);
  const largest = largestOf(series, isStacked(widget));

  return {
    useUTC: true,
    animation: false,
    grid: gridOf({ top: series.length > 1 ? 34 : 12, right: 14 }),
    legend: legendOf(
      look,
      series.map(({ name }) => name),
    ),
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: look.hairline } },
      axisTick: { show: false },
      ...(grain === undefined ? {} : { minInterval: shortest(grain) }),
      axisLabel: { ...axisText(look), hideOverlap: true, formatter: (value: number) => formatTick(value) },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      ...(isCount(measure) ? { minInterval: 1 } : {}),
      scale: widget.type === 'line' && !isAdditive(measure),
      axisLabel: { ...axisText(look), formatter: (value: number) => formatCompact(value, style, largest) },
      splitLine: { lineStyle: { color: look.hairline } },
    },
    tooltip: {
      ...TOOLTIP_FRAME,
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: look.grey, width: 1, type: 'solid' } },
      formatter: (parameters) => {
        const at = timeOfPoint(parameters);
        const rows = series
          .map(({ name, key, values }) => ({
            name,
            color: context.colors.of(key, look),
            value: values.get(at) ?? null,
          }))
          .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
          .map((row) => ({ ...row, value: row.value === null ? 'No value' : formatNumber(row.value, style) }));
        const note = incomplete && at === periods.at(-1) ? 'This period is not complete yet' : undefined;
        return tooltipContent(formatPeriod(at, grain), rows, note);
      },
    },
    series: filled(series, widget, isAdditive(measure)).flatMap((each) => drawn(each, periods, incomplete, context)),
  };
}

/** The highest that the axis has to reach, about. */
function largestOf(series: readonly Series[], stacked: boolean): number {
  const totals = new Map<number | string, number>();
  let highest = 0;
  for (const { values } of series) {
    for (const [at, value] of values) {
      const size = Math.abs(value ?? 0) + (stacked ? (totals.get(at) ?? 0) : 0);
      totals.set(at, size);
      highest = Math.max(highest, size);
    }
  }
  return highest;
}

function isStacked({ type, options }: ChartContext['widget']): boolean {
  return options.stacked === true || type === 'area';
}

/** In a stack of parts that add up, a part without rows is nothing of the whole, not a hole in it; a period without any stays a gap. */
function filled(series: readonly Series[], widget: ChartContext['widget'], additive: boolean): readonly Series[] {
  if (!additive || !isStacked(widget)) return series;
  const known = new Set(series.flatMap(({ values }) => [...values.keys()]));
  return series.map((each) => ({ ...each, values: new Map([...known].map((at) => [at, each.values.get(at) ?? 0])) }));
}

function drawn(
  each: Series,
  periods: readonly number[],
  incomplete: boolean,
  context: ChartContext,
): (LineSeries | BarSeries)[] {
  const { widget, look, colors } = context;
  const color = colors.of(each.key, look);
  const points = periods.map((at): [number, number | null] => [at, each.values.get(at) ?? null]);
  const stacked = isStacked(widget);

  if (widget.type === 'bar') {
    const bar: BarSeries = {
      type: 'bar',
      name: each.name,
      data: points,
      color,
      barMaxWidth: 28,
      barCategoryGap: '20%',
    };
    return [stacked ? { ...bar, stack: 'all' } : bar];
  }
  const line: LineSeries = {
    type: 'line',
    name: each.name,
    color,
    showSymbol: points.filter(([, value]) => value !== null).length === 1,
    symbolSize: 6,
    lineStyle: { width: 2 },
    emphasis: { disabled: true },
    connectNulls: false,
  };
  if (stacked) {
    return [{ ...line, data: points, stack: 'all', lineStyle: { width: 1 }, areaStyle: { opacity: 0.75 } }];
  }
  if (!incomplete || points.length < 2) return [{ ...line, data: points }];
  // The same line goes on dashed; series of one name are one in the legend.
  return [
    { ...line, data: points.slice(0, -1) },
    { ...line, data: points.slice(-2), lineStyle: { width: 2, type: [4, 4] } },
  ];
}

/** A last period that goes on beyond what is covered would look like a fall. */
export function lastIsIncomplete(
  { widget, coveredUntil }: Pick<ChartContext, 'widget' | 'coveredUntil'>,
  { dimension: { grain } }: DimensionRole,
  periods: readonly number[],
): boolean {
  const last = periods.at(-1);
  if (grain === undefined || last === undefined) return false;
  if (coveredUntil === undefined) return widget.options.incompleteLast === true;
  const dayAfter = Date.parse(coveredUntil.slice(0, 10)) + 86_400_000;
  return grain !== 'minute' && grain !== 'hour' && nextPeriod(last, grain) > dayAfter;
}

function timeAt(cell: unknown): number {
  return Date.parse(String(cell));
}

function timeOfPoint(parameters: unknown): number {
  const [first] = Array.isArray(parameters) ? parameters : [parameters];
  const value: unknown = first?.value;
  return Array.isArray(value) ? Number(value[0]) : Number.NaN;
}
