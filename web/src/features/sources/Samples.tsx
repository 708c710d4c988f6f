import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#/api/client';
import type { Job, Sample } from '#/api/types';
import { followJob } from '#/features/sources/follow-job';
import { sourceQueries } from '#/features/sources/source-queries';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { formatCount } from '#/ui/format/number';
import { toastFailure } from '#/ui/toast';
import classes from './Samples.module.css';

/** Real, freely licensed data to look around with. */
export function Samples({ onDashboard }: { onDashboard: (id: string) => void }) {
  const queries = useQueryClient();
  const samples = useQuery(sourceQueries.samples());
  const load = useMutation({
    mutationFn: async ({ id }: Sample) =>
      followJob(await api.post<Job>(`/data-sources/samples/${encodeURIComponent(id)}`)),
    onError: (error, { name }) => toastFailure(`“${name}” was not loaded`, error),
    onSuccess: async ({ result }) => {
      if (result?.dashboardId !== undefined) onDashboard(result.dashboardId);
      await queries.invalidateQueries();
    },
  });

  if (samples.isPending) {
    return (
      <Delayed>
        <Skeleton height={148} radius="md" />
      </Delayed>
    );
  }
  if (samples.isError) return <ErrorState error={samples.error} onRetry={() => samples.refetch()} />;

  return (
    <div>
      <h2 className={classes.heading}>Or look around with real data</h2>
      <ul className={classes.list}>
        {samples.data.items.map((sample) => (
          <li className={classes.sample} key={sample.id}>
            <div className={classes.words}>
              <h3 className={classes.name}>{sample.name}</h3>
              <p className={classes.description}>{sample.description}</p>
              <p className={classes.credit}>
                {formatCount(sample.rows)} rows · {sample.attribution} · {sample.license}
              </p>
            </div>
            <Button
              variant="default"
              aria-label={`Load ${sample.name}`}
              loading={load.isPending && load.variables.id === sample.id}
              disabled={load.isPending && load.variables.id !== sample.id}
              onClick={() => load.mutate(sample)}
            >
              Load
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
