import { IconMailForward } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Me } from '#/api/types';
import { InvitationRow } from '#/features/members/invitations/InvitationRow';
import { memberQueries } from '#/features/members/member-queries';
import { EmptyState } from '#/ui/EmptyState';
import { ErrorState } from '#/ui/ErrorState';
import { ListSkeleton } from '#/ui/ListSkeleton';
import { PlainTable } from '#/ui/PlainTable';
import { ShowMore } from '#/ui/ShowMore';

const COLUMNS = [
  { label: 'Invited' },
  { label: 'Role' },
  { label: 'By', secondary: true },
  { label: 'Expires', secondary: true },
  { label: 'Actions', unseen: true },
];

/** Who has been asked and has not come yet. */
export function InvitationList({ me }: { me: Me }) {
  const list = useInfiniteQuery(memberQueries.invitations());
  if (list.isPending) return <ListSkeleton label="Loading invitations" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => list.refetch()} />;
  const invitations = list.data.pages.flatMap(({ items }) => items);
  if (invitations.length === 0) {
    return (
      <EmptyState icon={<IconMailForward size={22} />} title="No open invitations">
        Whoever is invited gets a mail with a link that works for seven days. Until they accept, they stand here.
      </EmptyState>
    );
  }
  return (
    <>
      <PlainTable label="Invitations" columns={COLUMNS}>
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} me={me} />
        ))}
      </PlainTable>
      <ShowMore list={list} />
    </>
  );
}
