import type { Widget } from '#/api/types';
import { MEASURES, OTHER, type SeriesKey } from '#/features/dashboards/charts/series';
import type { ChartLook } from '#/ui/chart/look';

/**
 * Gives each series of a dashboard its place in the palette, for as long as the dashboard is open: the same series has the same colour on
 * every widget, and keeps it while filters come and go.
 */
export class SeriesColors {
  readonly #groups = new Map<string, string[]>();

  /** Measures take their places in the order of the widgets, so that the main number has the accent. */
  constructor(widgets: readonly Widget[]) {
    for (const { query, type } of widgets) {
      const [measure] = query.measures ?? [];
      const split = (query.dimensions?.length ?? 0) > 1;
      if (measure !== undefined && !split && type !== 'metric' && type !== 'table') {
        this.#place({ group: MEASURES, name: `${measure.function} ${measure.field ?? ''}` });
      }
    }
  }

  of(key: SeriesKey, look: ChartLook): string {
    if (key.group === OTHER) return look.grey;
    return look.series[this.#place(key) % look.series.length] ?? look.grey;
  }

  #place({ group, name }: SeriesKey): number {
    const names = this.#groups.get(group) ?? [];
    this.#groups.set(group, names);
    const place = names.indexOf(name);
    return place >= 0 ? place : names.push(name) - 1;
  }
}
