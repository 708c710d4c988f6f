import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#/api/client';
import { DeleteDialog } from '#/ui/DeleteDialog';
import { Section } from '#/ui/Section';
import { toastDone } from '#/ui/toast';
import classes from './general.module.css';

/** The way out, for a member. */
export function LeaveSection({ name }: { name: string }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);

  const left = () => {
    setAsking(false);
    toastDone(`You have left “${name}”`);
    // The session was of this organization: the next question finds it over, and leads to the log-in.
    void queries.invalidateQueries();
  };

  return (
    <Section title="Leave" description="You go; what you made here stays.">
      <div className={classes.act}>
        <p className={classes.words}>To come back you have to be invited again.</p>
        <Button variant="default" onClick={() => setAsking(true)}>
          Leave
        </Button>
      </div>
      {asking && (
        <DeleteDialog
          title={`Leave “${name}”?`}
          verb="Leave"
          send={() => api.delete('/me/membership')}
          onDeleted={left}
          onClose={() => setAsking(false)}
        >
          You lose access at once. What you made goes to the owner. Your account and your other organizations stay
          yours.
        </DeleteDialog>
      )}
    </Section>
  );
}
