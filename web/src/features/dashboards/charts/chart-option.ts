import { categoryOption } from '#/features/dashboards/charts/category-option';
import type { ChartContext } from '#/features/dashboards/charts/chart-context';
import { histogramOption } from '#/features/dashboards/charts/histogram-option';
import { pieOption } from '#/features/dashboards/charts/pie-option';
import { isTime, rolesOf } from '#/features/dashboards/charts/roles';
import { scatterOption } from '#/features/dashboards/charts/scatter-option';
import { timeOption } from '#/features/dashboards/charts/time-option';
import type { ChartOption } from '#/ui/chart/chart-option';

export function chartOption(context: ChartContext): ChartOption {
  switch (context.widget.type) {
    case 'line':
    case 'area':
      return timeOption(context);
    case 'bar': {
      const [first] = rolesOf(context.widget.query, context.result).dimensions;
      return first !== undefined && isTime(first) ? timeOption(context) : categoryOption(context);
    }
    case 'pie':
      return pieOption(context);
    case 'histogram':
      return histogramOption(context);
    case 'scatter':
      return scatterOption(context);
    case 'metric':
    case 'table':
      return {};
  }
}
