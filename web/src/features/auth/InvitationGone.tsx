import { Button, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { AuthCard } from '#/features/auth/AuthCard';
import classes from './AuthCard.module.css';

const WORDS: Readonly<Record<string, { title: string; text: string }>> = {
  INVITATION_EXPIRED: {
    title: 'This invitation has expired',
    text: 'Its link worked for seven days. Ask whoever invited you to send it again.',
  },
  INVITATION_VOID: {
    title: 'This invitation does not hold any more',
    text: 'Whoever sent it can’t give that role any more. Ask for a new one.',
  },
  INVITATION_ACCEPTED: {
    title: 'This invitation is accepted already',
    text: 'Log in with the account that accepted it.',
  },
};

const GONE = {
  title: 'This invitation does not work',
  text: 'It was withdrawn, or a newer one has taken its place: only the newest link works. If the address was cut off in the mail, copy all of it.',
};

/** Why a link leads nowhere any more, and what to do. */
export function InvitationGone({ code }: { code: string }) {
  const { title, text } = WORDS[code] ?? GONE;
  return (
    <AuthCard title={title} next>
      <Stack gap="md">
        <p className={classes.text}>{text}</p>
        <Button component={Link} to="/login" variant="default" fullWidth>
          Log in
        </Button>
      </Stack>
    </AuthCard>
  );
}
