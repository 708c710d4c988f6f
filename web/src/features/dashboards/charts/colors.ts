import type { Widget } from '#/api/types';
import { OTHER } from '#/features/dashboards/charts/series';
import type { ChartLook } from '#/ui/chart/look';

/**
 * Gives each series of a dashboard its place in the palette, for as long as the dashboard is open: the same series has the same colour on
 * every widget, and keeps it while filters come and go.
 */
export class SeriesColors {
  readonly #places = new Map<string, number>();

  /** Measures come first, in the order of the widgets, so that the main number has the accent. */
  constructor(widgets: readonly Widget[]) {
    for (const { query, type } of widgets) {
      if (type === 'metric' || type === 'table') continue;
      const [measure] = query.measures ?? [];
      if (measure !== undefined) this.#place(`measure ${measure.function} ${measure.field ?? ''}`);
    }
  }

  of(key: string, look: ChartLook): string {
    if (key === OTHER) return look.grey;
    return look.series[this.#place(key) % look.series.length] ?? look.grey;
  }

  #place(key: string): number {
    const place = this.#places.get(key) ?? this.#places.size;
    this.#places.set(key, place);
    return place;
  }
}
