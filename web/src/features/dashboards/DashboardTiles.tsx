import { Modal } from '@mantine/core';
import { useMemo } from 'react';
import type { Dashboard, DashboardData, Widget } from '#/api/types';
import { SeriesColors } from '#/features/dashboards/charts/colors';
import { DashboardGrid } from '#/features/dashboards/DashboardGrid';
import { type FilterState, filteredQuery } from '#/features/dashboards/filters/filter-state';
import { coveredUntil, filterWords } from '#/features/dashboards/filters/filter-words';
import { Explanation } from '#/features/dashboards/tiles/Explanation';
import { Tile } from '#/features/dashboards/tiles/Tile';
import tileClasses from '#/features/dashboards/tiles/Tile.module.css';
import { useTileViews } from '#/features/dashboards/tiles/use-tile-views';

interface Props {
  dashboard: Dashboard;
  data: DashboardData | undefined;
  stale: boolean;
  filters: FilterState;
  onRetry: () => void;
}

export function DashboardTiles({ dashboard, data, stale, filters, onRetry }: Props) {
  const views = useTileViews();
  const { id, widgets } = dashboard;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a dashboard's colours hold for as long as it is open
  const colors = useMemo(() => new SeriesColors(widgets), [id]);
  const covered = coveredUntil(dashboard.filters, filters, data?.filters ?? []);
  const dataOf = (widget: Widget) => data?.widgets.find((each) => each.id === widget.id);

  const tile = (widget: Widget, full: boolean) => {
    const words = filterWords(dashboard.filters, filters, widget, data?.filters ?? []);
    const subtitle = [widget.subtitle, ...words].filter(Boolean).join(' · ');
    return (
      <Tile
        widget={widget}
        data={dataOf(widget)}
        subtitle={subtitle}
        asTable={views.tables.includes(widget.id)}
        colors={colors}
        coveredUntil={covered}
        onRetry={onRetry}
        menu={{
          query: filteredQuery(widget.query, dashboard.filters, filters, data?.filters ?? []),
          subtitle,
          canExport: dashboard.can.export,
          onToggleTable: () => views.toggleTable(widget.id),
          onExplain: () => views.explain(widget.id),
          ...(full ? {} : { onFull: () => views.showFull(widget.id) }),
        }}
      />
    );
  };

  const full = widgets.find((widget) => widget.id === views.full);
  const explained = widgets.find((widget) => widget.id === views.explained);
  return (
    <>
      <DashboardGrid widgets={widgets} stale={stale}>
        {(widget) => tile(widget, false)}
      </DashboardGrid>
      <Modal
        opened={full !== undefined}
        onClose={() => views.showFull(null)}
        fullScreen
        title={dashboard.name}
        closeButtonProps={{ 'aria-label': 'Leave full screen' }}
        transitionProps={{ duration: 0 }}
      >
        {full !== undefined && <div className={tileClasses.full}>{tile(full, true)}</div>}
      </Modal>
      <Explanation
        widget={explained}
        result={explained === undefined ? undefined : dataOf(explained)?.result}
        onClose={() => views.explain(null)}
      />
    </>
  );
}
