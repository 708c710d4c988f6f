import type { QueryResult, Widget } from '#/api/types';
import type { SeriesColors } from '#/features/dashboards/charts/colors';
import type { ChartLook } from '#/ui/chart/look';
import type { NumberStyle } from '#/ui/format/number';

/** What a chart is drawn from. */
export interface ChartContext {
  widget: Widget;
  result: QueryResult;
  look: ChartLook;
  colors: SeriesColors;
  /** The last day that the filters let through, if there is data after it. */
  coveredUntil?: string | undefined;
}

export function numberStyle({ options }: Widget): NumberStyle {
  return {
    ...(options.format === undefined ? {} : { format: options.format }),
    ...(options.unit === undefined ? {} : { unit: options.unit }),
  };
}

export function axisText(look: ChartLook) {
  return { color: look.soft, fontSize: 12, fontFamily: 'Inter Variable, system-ui, sans-serif' };
}

/** The plot and its labels; the outer bounds leave room for what hangs below a line of text, which the library does not measure. */
export function gridOf({ top, right = 14 }: { top: number; right?: number }) {
  return { left: 4, right, top, bottom: 4, outerBounds: { left: 2, right: 2, top: 0, bottom: 5 } };
}

export function legendOf(look: ChartLook, names: readonly string[]) {
  return {
    show: names.length > 1,
    type: 'scroll' as const,
    top: 0,
    left: 0,
    itemWidth: 8,
    itemHeight: 8,
    itemGap: 14,
    icon: 'circle',
    textStyle: axisText(look),
    pageIconColor: look.soft,
    pageTextStyle: axisText(look),
    data: [...names],
  };
}
