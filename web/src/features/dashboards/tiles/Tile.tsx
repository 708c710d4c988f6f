import { type Ref, useRef } from 'react';
import { notesOf } from '#/features/dashboards/tiles/notes';
import { TileBody, type TileBodyProps } from '#/features/dashboards/tiles/TileBody';
import { TileMenu, type TileMenuProps } from '#/features/dashboards/tiles/TileMenu';
import type { ChartHandle } from '#/ui/chart/Chart';
import classes from './Tile.module.css';

interface Props extends Omit<TileBodyProps, 'chart'> {
  /** The period and filters in words. */
  subtitle: string;
  menu: Omit<TileMenuProps, 'widget' | 'chart' | 'asTable' | 'result'>;
}

export function Tile({ subtitle, menu, ...body }: Props) {
  const chart = useRef<ChartHandle>(null);
  const { widget, data, asTable } = body;
  const notes = data?.result === undefined ? [] : notesOf(widget, data.result, body.coveredUntil);

  return (
    <article className={classes.tile} aria-labelledby={`tile-${widget.id}`}>
      <header className={classes.header}>
        <div className={classes.words}>
          <h2 className={classes.title} id={`tile-${widget.id}`} title={widget.title}>
            {widget.title}
          </h2>
          {subtitle !== '' && (
            <p className={classes.subtitle} title={subtitle}>
              {subtitle}
            </p>
          )}
        </div>
        <TileMenu {...menu} widget={widget} chart={chart} asTable={asTable} result={data?.result} />
      </header>
      <div className={classes.body}>
        <TileBody {...body} chart={chart as Ref<ChartHandle>} />
      </div>
      {notes.length > 0 && <p className={classes.notes}>{notes.join(' · ')}</p>}
    </article>
  );
}
