import { axisText, type ChartContext, gridOf, legendOf, numberStyle } from '#/features/dashboards/charts/chart-context';
import { isAdditive, rolesOf, textAt } from '#/features/dashboards/charts/roles';
import {
  limitSeries,
  measureKey,
  OTHER,
  type Series,
  type SeriesKey,
  seriesOf,
} from '#/features/dashboards/charts/series';
import type { BarSeries, ChartOption } from '#/ui/chart/chart-option';
import { TOOLTIP_FRAME, tooltipContent } from '#/ui/chart/tooltip';
import { formatCompact, formatNumber } from '#/ui/format/number';

const DEFAULT_TOP = 10;
const MOST_SERIES = 6;
/** Up to so many bars keep together at the top instead of spreading over the tile. */
const FEW_BARS = 5;
const FEW_BARS_PITCH = 52;

export interface Bar {
  name: string;
  value: number;
}

/** The largest categories, and the rest as “Other” where parts may be added up. */
export function topBars(bars: readonly Bar[], top: number, additive: boolean): Bar[] {
  const bySize = [...bars].sort((a, b) => b.value - a.value);
  if (bySize.length <= top) return bySize;
  const kept = bySize.slice(0, top);
  if (!additive) return kept;
  const rest = bySize.slice(top).reduce((sum, { value }) => sum + value, 0);
  return [...kept, { name: OTHER, value: rest }];
}

/** Categories side by side: horizontal bars from zero, the largest on top. */
export function categoryOption(context: ChartContext): ChartOption {
  const { widget, result, look, colors } = context;
  const roles = rolesOf(widget.query, result);
  const [category] = roles.dimensions;
  const [measure] = roles.measures;
  if (category === undefined || measure === undefined) return {};

  const additive = isAdditive(measure);
  const style = numberStyle(widget);
  const split = roles.dimensions.length > 1;
  const series = limitSeries(
    seriesOf({ ...roles, measures: [measure] }, result, (row) => textAt(row, category.at)),
    MOST_SERIES,
    additive,
  );
  const bars = topBars(totals(series), widget.options.topN ?? DEFAULT_TOP, additive && !split);
  const names = bars.map(({ name }) => name);
  const largest = Math.max(...bars.map(({ value }) => Math.abs(value)));
  const colorOf = (name: string, key: SeriesKey) => (name === OTHER ? look.grey : colors.of(key, look));

  return {
    animation: false,
    grid: {
      ...gridOf({ top: split ? 34 : 4, right: split ? 14 : 56 }),
      ...(split || bars.length > FEW_BARS ? {} : { height: bars.length * FEW_BARS_PITCH }),
    },
    legend: legendOf(look, split ? series.map(({ name }) => name) : []),
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...axisText(look), width: 120, overflow: 'truncate', interval: 0 },
    },
    xAxis: split
      ? {
          type: 'value',
          splitNumber: 4,
          axisLabel: { ...axisText(look), formatter: (value: number) => formatCompact(value, style, largest) },
          splitLine: { lineStyle: { color: look.hairline } },
        }
      : { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    tooltip: {
      ...TOOLTIP_FRAME,
      trigger: 'axis',
      axisPointer: { type: 'none' },
      formatter: (parameters) => {
        const name = nameOfPoint(parameters);
        const rows = split
          ? series.flatMap((each) => {
              const value = each.values.get(name) ?? null;
              return value === null ? [] : [{ name: each.name, color: colorOf(each.name, each.key), value }];
            })
          : bars
              .filter((bar) => bar.name === name)
              .map(({ value }) => ({ name: widget.title, color: colorOf(name, measureKey(measure)), value }));
        return tooltipContent(
          name,
          rows.sort((a, b) => b.value - a.value).map((row) => ({ ...row, value: formatNumber(row.value, style) })),
        );
      },
    },
    series: split
      ? series.map(
          (each): BarSeries => ({
            type: 'bar',
            stack: 'all',
            name: each.name,
            color: colorOf(each.name, each.key),
            barMaxWidth: 18,
            data: names.map((name) => each.values.get(name) ?? null),
          }),
        )
      : [
          {
            type: 'bar',
            barMaxWidth: bars.length > FEW_BARS ? 18 : 24,
            barCategoryGap: '28%',
            emphasis: { disabled: true },
            label: {
              ...axisText(look),
              show: true,
              position: 'right',
              formatter: ({ value }) => formatCompact(Number(value), style, largest),
            },
            data: bars.map(({ name, value }) => ({
              value,
              itemStyle: { color: colorOf(name, measureKey(measure)), borderRadius: [0, 3, 3, 0] },
            })),
          },
        ],
  };
}

/** Each category over all series. */
function totals(series: readonly Series[]): Bar[] {
  const byName = new Map<string, number>();
  for (const { values } of series) {
    for (const [name, value] of values) {
      if (value !== null) byName.set(String(name), (byName.get(String(name)) ?? 0) + value);
    }
  }
  return [...byName].map(([name, value]) => ({ name, value }));
}

function nameOfPoint(parameters: unknown): string {
  const [first] = Array.isArray(parameters) ? parameters : [parameters];
  return String(first?.name ?? '');
}
