import { Button, Stack } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { AuthCard } from '#/features/auth/AuthCard';
import classes from './AuthCard.module.css';

/** Where accounts are made by invitations alone. */
export function RegistrationClosed() {
  const { search } = useLocation();
  return (
    <AuthCard title="Registration is by invitation">
      <Stack gap="md">
        <p className={classes.text}>
          Nobody can register here by themselves. Ask an administrator of your organization to invite you; the mail has
          a link that makes your account.
        </p>
        <p className={classes.text}>
          Setting this server up? Open the whole link that it wrote to its console when it started.
        </p>
        <Button component={Link} to={`/login${search}`} variant="default" fullWidth>
          Log in
        </Button>
      </Stack>
    </AuthCard>
  );
}
