import { axisText, type ChartContext, gridOf, legendOf, numberStyle } from '#/features/dashboards/charts/chart-context';
import { type DimensionRole, numberAt, rolesOf, textAt, words } from '#/features/dashboards/charts/roles';
import { categoryKey, MEASURES } from '#/features/dashboards/charts/series';
import type { ChartOption } from '#/ui/chart/chart-option';
import { TOOLTIP_FRAME, tooltipContent } from '#/ui/chart/tooltip';
import { formatCompact, formatNumber } from '#/ui/format/number';

/** Two numbers against each other, coloured by a third column if there is one. Columns are dimensions, or measures for grouped points. */
export function scatterOption({ widget, result, look, colors }: ChartContext): ChartOption {
  const roles = rolesOf(widget.query, result);
  const columns = [...roles.dimensions, ...roles.measures];
  const numeric = columns.filter(({ column }) => column.type === 'integer' || column.type === 'decimal');
  const [x, y] = numeric;
  const group = roles.dimensions.find((role) => !numeric.includes(role));
  if (x === undefined || y === undefined) return {};

  const style = numberStyle(widget);
  const groups = grouped(result.rows, x.at, y.at, group);
  const axis = (name: string) => ({
    type: 'value' as const,
    scale: true,
    splitNumber: 4,
    name: words(name),
    nameLocation: 'middle' as const,
    nameGap: 28,
    nameTextStyle: axisText(look),
    axisLine: { show: false },
    axisLabel: { ...axisText(look), formatter: (value: number) => formatCompact(value) },
    splitLine: { lineStyle: { color: look.hairline } },
  });

  return {
    animation: false,
    grid: gridOf({ top: groups.size > 1 ? 34 : 12, right: 14 }),
    legend: legendOf(look, [...groups.keys()]),
    xAxis: axis(x.column.name),
    yAxis: { ...axis(y.column.name), nameGap: 40 },
    tooltip: {
      ...TOOLTIP_FRAME,
      trigger: 'item',
      formatter: (parameters) => {
        const point = Array.isArray(parameters) ? parameters[0] : parameters;
        const [across, up] = Array.isArray(point?.value) ? point.value.map(Number) : [];
        const color = String(point?.color ?? look.grey);
        return tooltipContent(point?.seriesName ?? '', [
          { name: words(x.column.name), color, value: formatNumber(across ?? Number.NaN, style) },
          { name: words(y.column.name), color, value: formatNumber(up ?? Number.NaN, style) },
        ]);
      },
    },
    series: [...groups].map(([name, points]) => ({
      type: 'scatter' as const,
      name,
      symbolSize: 6,
      large: points.length > 2000,
      itemStyle: {
        color: colors.of(
          group === undefined ? { group: MEASURES, name: y.column.name } : categoryKey(group, name),
          look,
        ),
        opacity: 0.6,
      },
      data: points,
    })),
  };
}

function grouped(rows: ChartContext['result']['rows'], x: number, y: number, group: DimensionRole | undefined) {
  const groups = new Map<string, [number, number][]>();
  for (const row of rows) {
    const across = numberAt(row, x);
    const up = numberAt(row, y);
    if (across === null || up === null) continue;
    const name = group === undefined ? 'Rows' : textAt(row, group.at);
    const points = groups.get(name) ?? [];
    points.push([across, up]);
    groups.set(name, points);
  }
  return groups;
}
