import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { planQuery } from '#/api/plan';
import { Banner } from '#/ui/Banner';
import { formatRelative } from '#/ui/format/date';

const SOON_MILLIS = 5 * 86_400_000;

/** For who can choose a plan, in the last days of the trial. */
export function TrialBanner() {
  const state = useQuery(planQuery()).data;
  if (state?.trialEndsAt === undefined || !state.can.change) return null;
  if (Date.parse(state.trialEndsAt) - Date.now() > SOON_MILLIS) return null;
  return (
    <Banner
      tone="warn"
      actions={
        <Anchor component={Link} to="/settings/billing" fz="inherit">
          Compare plans
        </Anchor>
      }
    >
      The trial ends {formatRelative(state.trialEndsAt)}. Nothing is deleted then; what the free plan leaves out pauses.
    </Banner>
  );
}
