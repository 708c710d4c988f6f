import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { meQuery } from '#/api/me';
import { settingsQueries } from '#/features/settings/settings-queries';
import { BusyButton } from '#/ui/BusyButton';
import { CodeField } from '#/ui/CodeField';
import { FormAlert } from '#/ui/FormAlert';
import { toastDone } from '#/ui/toast';
import classes from './account.module.css';

/** The code that was mailed to a new address, to prove that it is one's own. */
export function PendingEmail({ email }: { email: string }) {
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const verify = useMutation({
    ...settingsQueries.verifyEmail(),
    onSuccess: () => {
      toastDone('Your e-mail address is changed');
      void queries.invalidateQueries({ queryKey: meQuery().queryKey });
    },
    onError: () => setCode(''),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    verify.mutate({ email, code });
  };

  return (
    <form className={classes.pending} onSubmit={submit}>
      <p className={classes.text}>
        To go over to <strong>{email}</strong>, enter the code that we mailed there, or follow the link in that mail. It
        works for 10 minutes; change the address once more for a new one.
      </p>
      {verify.error !== null && <FormAlert error={verify.error} />}
      <div className={classes.code}>
        <CodeField
          label="Code from the mail"
          name="code"
          w={180}
          value={code}
          onChange={setCode}
          onComplete={(complete) => verify.mutate({ email, code: complete })}
        />
        <BusyButton type="submit" variant="default" busy={verify.isPending}>
          Confirm
        </BusyButton>
      </div>
    </form>
  );
}
