import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#/api/client';
import type { Session } from '#/api/types';
import { SessionRow } from '#/features/settings/security/SessionRow';
import { settingsQueries } from '#/features/settings/settings-queries';
import { Delayed } from '#/ui/Delayed';
import { DeleteDialog } from '#/ui/DeleteDialog';
import { ErrorState } from '#/ui/ErrorState';
import { ItemList } from '#/ui/ItemList';
import { Section } from '#/ui/Section';
import { toastDone, toastFailure } from '#/ui/toast';
import classes from './SessionsSection.module.css';

/** Where one is logged in, and the way to end it. */
export function SessionsSection() {
  const queries = useQueryClient();
  const sessions = useQuery(settingsQueries.sessions());
  const [asking, setAsking] = useState(false);
  const others = sessions.data?.filter(({ current }) => !current) ?? [];

  const refresh = () => queries.invalidateQueries({ queryKey: settingsQueries.sessions().queryKey });
  const revoke = useMutation({
    mutationFn: ({ id }: Session) => api.delete(`/me/sessions/${id}`),
    onSuccess: () => toastDone('That session is logged out'),
    onError: (error) => toastFailure('The session was not logged out', error),
    onSettled: refresh,
  });

  return (
    <Section
      title="Sessions"
      description="Where you are logged in. What you log out here stops at its next click."
      action={
        others.length > 0 && (
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
            Log out all others
          </Button>
        )
      }
    >
      {sessions.isPending && (
        <div role="status" aria-label="Loading sessions">
          <Delayed>
            <Skeleton height={44} />
          </Delayed>
        </div>
      )}
      {sessions.isError && <ErrorState compact error={sessions.error} onRetry={() => sessions.refetch()} />}
      {sessions.isSuccess && (
        <ItemList>
          {sessions.data.map((each) => (
            <SessionRow
              key={each.id}
              session={each}
              busy={revoke.isPending && revoke.variables.id === each.id}
              onRevoke={() => revoke.mutate(each)}
            />
          ))}
        </ItemList>
      )}
      {sessions.isSuccess && others.length === 0 && <p className={classes.alone}>You are logged in nowhere else.</p>}
      {asking && (
        <DeleteDialog
          title="Log out all other sessions?"
          verb="Log out"
          send={() => api.delete('/me/sessions')}
          onDeleted={() => {
            setAsking(false);
            toastDone('All other sessions are logged out');
            void refresh();
          }}
          onClose={() => setAsking(false)}
        >
          {others.length === 1 ? 'One other session ends' : `${others.length} other sessions end`} at once. This one
          stays.
        </DeleteDialog>
      )}
    </Section>
  );
}
