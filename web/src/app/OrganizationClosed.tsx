import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { AuthCard } from '#/features/auth/AuthCard';
import { authQueries } from '#/features/auth/auth-queries';
import { BusyButton } from '#/ui/BusyButton';
import { toastFailure } from '#/ui/toast';

const WORDS = {
  ORGANIZATION_DISABLED: {
    title: 'This organization is disabled',
    text: 'Whoever runs this server has disabled it. Nothing is deleted; ask them when it opens again.',
  },
  ORGANIZATION_CLOSING: {
    title: 'This organization is about to be deleted',
    text: 'Its owner has asked for it, and can still take it back. Until then nobody else can get in.',
  },
};

/** Instead of an organization whose doors are closed: why, and what to do. */
export function OrganizationClosed({ reason }: { reason: keyof typeof WORDS }) {
  const { title, text } = WORDS[reason];
  const logOut = useMutation({
    ...authQueries.logOut(),
    onError: (error) => toastFailure('You are still logged in', error),
  });
  return (
    <AuthCard title={title} next>
      <Stack gap="md">
        <p>{text}</p>
        <p>If you belong to another organization too, the next log-in leads there.</p>
        <BusyButton variant="default" fullWidth busy={logOut.isPending} onClick={() => logOut.mutate()}>
          Log out
        </BusyButton>
      </Stack>
    </AuthCard>
  );
}
