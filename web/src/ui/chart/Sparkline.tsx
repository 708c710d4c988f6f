import classes from './Sparkline.module.css';

const WIDTH = 200;
const HEIGHT = 44;
const EDGE = 3;

interface Props {
  /** A missing one is a gap. */
  values: readonly (number | null)[];
  /** Whether the last period goes on beyond the data: the way to it is dashed. */
  incomplete?: boolean;
  label: string;
}

/** The course of a figure without axes. */
export function Sparkline({ values, incomplete = false, label }: Props) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;

  const x = (at: number) => EDGE + (at / (values.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / span) * (HEIGHT - 2 * EDGE);
  const path = (from: number, to: number) => {
    let drawn = '';
    let pen = 'M';
    for (let at = from; at <= to; at += 1) {
      const value = values[at] ?? null;
      drawn += value === null ? '' : `${pen}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = value === null ? 'M' : 'L';
    }
    return drawn;
  };
  const last = values.length - 1;
  const whole = incomplete ? last - 1 : last;

  return (
    <svg
      className={classes.sparkline}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={path(0, whole)} className={classes.line} vectorEffect="non-scaling-stroke" />
      {incomplete && (
        <path d={path(whole, last)} className={classes.line} strokeDasharray="2 2" vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  );
}
