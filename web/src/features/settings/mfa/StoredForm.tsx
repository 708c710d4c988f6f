import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, useState } from 'react';

/** “I have stored them”, before what is shown once goes away. */
export function StoredForm({ onStored }: { onStored: () => void }) {
  const [stored, setStored] = useState(false);
  const [asked, setAsked] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (stored) onStored();
    else setAsked(true);
  };

  return (
    <form onSubmit={submit}>
      <Checkbox
        mb={20}
        label="I have stored them"
        checked={stored}
        error={asked && !stored ? 'Store the codes first, then say so here.' : undefined}
        onChange={(event) => setStored(event.currentTarget.checked)}
      />
      <Button type="submit">Finish</Button>
    </form>
  );
}
