import type { ColumnStatistics } from '#/api/types';
import { formatCount, formatNumber, formatShare } from '#/ui/format/number';
import classes from './Distribution.module.css';

const TOP = 3;
const WORTH_NAMING = 0.02;

/** How a column's values are spread: a small histogram of numbers and dates, the most frequent values of everything else. */
export function Distribution({ column }: { column: ColumnStatistics }) {
  const { histogram, top, count, nulls, distinct } = column;
  const filled = count - nulls;
  if (filled === 0) return <span className={classes.none}>No values</span>;
  // Where hardly any value comes back, naming three of them says nothing.
  if (distinct === filled && filled > TOP && column.type !== 'decimal') {
    return <span className={classes.none}>Every value once</span>;
  }
  if (histogram.length > 1) return <Histogram bins={histogram} />;
  if ((top[0]?.count ?? 0) < filled * WORTH_NAMING) {
    const what = column.type === 'date' ? 'days' : 'values';
    return (
      <span className={classes.none}>
        {formatCount(distinct)} different {what}, none frequent
      </span>
    );
  }
  return (
    <ul className={classes.top}>
      {top.slice(0, TOP).map(({ value, count: times }) => (
        <li key={String(value)} title={`${value}: ${formatCount(times)}`}>
          <span className={classes.bar} style={{ width: `${(times / filled) * 100}%` }} />
          <span className={classes.value}>{(value ?? '') === '' ? 'Empty text' : String(value)}</span>
          <span className={classes.share}>{formatShare(times / filled)}</span>
        </li>
      ))}
    </ul>
  );
}

function Histogram({ bins }: { bins: ColumnStatistics['histogram'] }) {
  const most = Math.max(...bins.map(({ count }) => count), 1);
  const first = bins[0];
  const last = bins.at(-1);
  const label = `Histogram from ${formatNumber(first?.from ?? 0)} to ${formatNumber(last?.to ?? 0)}`;
  return (
    <div className={classes.histogram} role="img" aria-label={label}>
      {bins.map(({ from, to, count }) => (
        <span
          key={from}
          className={classes.column}
          title={`${formatNumber(from)} to ${formatNumber(to)}: ${formatCount(count)}`}
          style={{ height: count === 0 ? 0 : `${Math.max(4, (count / most) * 100)}%` }}
        />
      ))}
    </div>
  );
}
