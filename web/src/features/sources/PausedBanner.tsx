import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { DataSource } from '#/api/types';
import { Banner } from '#/ui/Banner';

/** For an organization with more data sources than its plan keeps up to date. */
export function PausedBanner({ sources }: { sources: readonly DataSource[] }) {
  const paused = sources.filter(({ status }) => status === 'paused').length;
  if (paused === 0) return null;
  return (
    <Banner
      inset
      tone="warn"
      actions={
        <Anchor component={Link} to="/settings/billing" fz="inherit">
          Compare plans
        </Anchor>
      }
    >
      <strong>{paused === 1 ? '1 data source is paused.' : `${paused} data sources are paused.`}</strong> What is in
      them stays. New rows come in again with a larger plan, or once older data sources are deleted.
    </Banner>
  );
}
