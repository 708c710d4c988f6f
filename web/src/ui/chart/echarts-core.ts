import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { ChartInstance } from '#/ui/chart/chart-option';

// Only what is drawn here is loaded, and only when the first chart is.
use([LineChart, BarChart, PieChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export function startChart(element: HTMLElement): ChartInstance {
  return init(element, null, { renderer: 'canvas' });
}
