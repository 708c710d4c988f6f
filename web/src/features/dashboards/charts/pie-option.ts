import { topBars } from '#/features/dashboards/charts/category-option';
import { axisText, type ChartContext, numberStyle } from '#/features/dashboards/charts/chart-context';
import { isAdditive, numberAt, rolesOf, textAt } from '#/features/dashboards/charts/roles';
import { categoryKey, OTHER } from '#/features/dashboards/charts/series';
import type { ChartOption } from '#/ui/chart/chart-option';
import { TOOLTIP_FRAME, tooltipContent } from '#/ui/chart/tooltip';
import { formatNumber, formatShare } from '#/ui/format/number';

const MOST_PARTS = 5;

/** Parts of a whole, at most five and the rest. */
export function pieOption({ widget, result, look, colors }: ChartContext): ChartOption {
  const roles = rolesOf(widget.query, result);
  const [category] = roles.dimensions;
  const [measure] = roles.measures;
  if (category === undefined || measure === undefined) return {};

  const style = numberStyle(widget);
  const all = result.rows.map((row) => ({ name: textAt(row, category.at), value: numberAt(row, measure.at) ?? 0 }));
  const parts = topBars(all, MOST_PARTS, isAdditive(measure)).filter(({ value }) => value > 0);
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const share = (value: number) => formatShare(whole === 0 ? 0 : value / whole);

  return {
    animation: false,
    tooltip: {
      ...TOOLTIP_FRAME,
      trigger: 'item',
      formatter: (parameters) => {
        const { name, value, color } = Array.isArray(parameters) ? { name: '', value: 0, color: '' } : parameters;
        const row = { name: share(Number(value)), color: String(color), value: formatNumber(Number(value), style) };
        return tooltipContent(name, [row]);
      },
    },
    series: [
      {
        type: 'pie',
        radius: ['36%', '58%'],
        center: ['50%', '50%'],
        emphasis: { disabled: true },
        itemStyle: { borderColor: look.surface, borderWidth: 2 },
        label: {
          ...axisText(look),
          formatter: ({ name, value }) => `${name}\n${share(Number(value))}`,
          lineHeight: 16,
          alignTo: 'edge',
          edgeDistance: 4,
          minMargin: 4,
          overflow: 'truncate',
        },
        labelLine: { length: 6, length2: 6, lineStyle: { color: look.grey } },
        data: parts.map(({ name, value }) => ({
          name,
          value,
          itemStyle: { color: name === OTHER ? look.grey : colors.of(categoryKey(category, name), look) },
        })),
      },
    ],
  };
}
