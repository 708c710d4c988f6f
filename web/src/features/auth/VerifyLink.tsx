import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ApiProblem } from '#/api/problem';
import { AuthCard } from '#/features/auth/AuthCard';
import { authQueries } from '#/features/auth/auth-queries';
import { useFragmentToken } from '#/features/auth/use-fragment-token';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import classes from './AuthCard.module.css';

/** The link of a verification mail. It waits for a press: what only follows links, such as a mail scanner, proves nothing. */
export function VerifyLink() {
  const token = useFragmentToken();
  const verify = useMutation(authQueries.verifyEmail());

  if (token === null || isSpent(verify.error)) {
    return (
      <AuthCard title="This link does not work any more" next>
        <Stack gap="md">
          <p className={classes.text}>
            A link works once, for 10 minutes. If you have confirmed the address already, log in; else the log-in offers
            to send a new code.
          </p>
          <Button component={Link} to="/login" fullWidth>
            Log in
          </Button>
        </Stack>
      </AuthCard>
    );
  }
  if (verify.isSuccess) {
    return (
      <AuthCard title="Your address is confirmed" next>
        <Button component={Link} to="/" fullWidth>
          Go on to clariBI
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="Confirm your address">
      <Stack gap="md">
        <p className={classes.text}>Press the button to confirm that the e-mail address is yours.</p>
        {verify.error !== null && <FormAlert error={verify.error} />}
        <BusyButton fullWidth busy={verify.isPending} onClick={() => verify.mutate({ token })}>
          Confirm
        </BusyButton>
      </Stack>
    </AuthCard>
  );
}

function isSpent(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'VERIFICATION_INVALID';
}
