import classes from './Sparkline.module.css';

const WIDTH = 200;
const HEIGHT = 44;
const EDGE = 3;

/** The course of a figure without axes; a missing value is a gap. */
export function Sparkline({ values, label }: { values: readonly (number | null)[]; label: string }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;

  const x = (at: number) => EDGE + (at / (values.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / span) * (HEIGHT - 2 * EDGE);
  let path = '';
  let pen = 'M';
  values.forEach((value, at) => {
    path += value === null ? '' : `${pen}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = value === null ? 'M' : 'L';
  });

  return (
    <svg
      className={classes.sparkline}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={path} className={classes.line} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
