import '@fontsource-variable/jetbrains-mono/wght.css';
import { ActionIcon, CopyButton, Drawer, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { QueryResult, Widget } from '#/api/types';
import { formatMoment } from '#/ui/format/date';
import { formatCount, formatNumber } from '#/ui/format/number';
import classes from './Explanation.module.css';

interface Props {
  widget: Widget | undefined;
  result: QueryResult | undefined;
  onClose: () => void;
}

/** How a figure came about: the query, the rows, the time, and whether it is fresh. */
export function Explanation({ widget, result, onClose }: Props) {
  return (
    <Drawer
      opened={widget !== undefined && result !== undefined}
      onClose={onClose}
      position="right"
      size={520}
      title="How was this computed?"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {widget !== undefined && result !== undefined && <Facts widget={widget} result={result} />}
    </Drawer>
  );
}

function Facts({ widget, result }: { widget: Widget; result: QueryResult }) {
  const facts: [string, string][] = [
    ['Tile', widget.title],
    ['Table', widget.query.table],
    ['Rows in the result', formatCount(result.rows.length) + (result.truncated ? ' (there are more)' : '')],
    ['Computed', formatMoment(result.computedAt)],
    ['Took', `${formatNumber(result.elapsedMillis)} ms`],
    ['Freshness', result.cached ? 'From the cache: the source has not changed since' : 'Live'],
  ];
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div className={classes.fact} key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.code}>
        <div className={classes.bar}>
          <span>SQL</span>
          <CopyButton value={result.sql}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? 'Copied' : 'Copy'}>
                <ActionIcon variant="subtle" color="gray" aria-label="Copy the SQL" onClick={copy}>
                  {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={classes.sql} tabIndex={0} aria-label="SQL">
          <pre>{result.sql}</pre>
        </section>
      </div>
    </>
  );
}
