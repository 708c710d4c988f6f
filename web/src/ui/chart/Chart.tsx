import { useResizeObserver } from '@mantine/hooks';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { ChartInstance, ChartOption } from '#/ui/chart/chart-option';
import classes from './Chart.module.css';

export interface ChartHandle {
  /** The chart as a picture, twice as fine as the screen. */
  toCanvas: (background: string) => HTMLCanvasElement | null;
}

interface Props {
  /** Said to who can't see it; the figures themselves are in the table behind the chart. */
  label: string;
  option: ChartOption;
  ref?: Ref<ChartHandle>;
}

/** The frame around the drawing library, which arrives with the first chart. */
export function Chart({ label, option, ref }: Props) {
  const [box, size] = useResizeObserver<HTMLDivElement>();
  const [chart, setChart] = useState<ChartInstance | null>(null);
  const canvas = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let made: ChartInstance | null = null;
    let left = false;
    import('#/ui/chart/echarts-core').then(({ startChart }) => {
      if (left || canvas.current === null) return;
      made = startChart(canvas.current);
      setChart(made);
    });
    return () => {
      left = true;
      made?.dispose();
      setChart(null);
    };
  }, []);

  useEffect(() => {
    chart?.setOption(option, { notMerge: true });
  }, [chart, option]);

  useEffect(() => {
    if (chart !== null && size.width > 0 && size.height > 0) chart.resize({ width: size.width, height: size.height });
  }, [chart, size.width, size.height]);

  useImperativeHandle(ref, () => ({
    toCanvas: (background) => chart?.renderToCanvas({ pixelRatio: 2, backgroundColor: background }) ?? null,
  }));

  return (
    <div ref={box} className={classes.box} role="img" aria-label={label}>
      <div ref={canvas} className={classes.canvas} />
    </div>
  );
}
