import { IconKey } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Me } from '#/api/types';
import { developerQueries } from '#/features/developer/developer-queries';
import { KeyRow } from '#/features/developer/KeyRow';
import { EmptyState } from '#/ui/EmptyState';
import { ErrorState } from '#/ui/ErrorState';
import { ListSkeleton } from '#/ui/ListSkeleton';
import { PlainTable } from '#/ui/PlainTable';
import { ShowMore } from '#/ui/ShowMore';

const COLUMNS = [
  { label: 'Key' },
  { label: 'May', secondary: true },
  { label: 'Created', secondary: true },
  { label: 'Expires', secondary: true },
  { label: 'Last used', secondary: true },
  { label: 'Requests', numeric: true, secondary: true },
  { label: 'Actions', unseen: true },
];

/** One's own keys, or everybody's for who manages them. */
export function KeyList({ me, create }: { me: Me; create: ReactNode }) {
  const list = useInfiniteQuery(developerQueries.keys());
  if (list.isPending) return <ListSkeleton label="Loading API keys" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => list.refetch()} />;
  const keys = list.data.pages.flatMap(({ items }) => items);
  if (keys.length === 0) {
    return (
      <EmptyState icon={<IconKey size={22} />} title="No API keys" action={create}>
        With a key a program does what you may do, or less. Make one for each program, so that each can be revoked
        alone.
      </EmptyState>
    );
  }
  return (
    <>
      <PlainTable label="API keys" columns={COLUMNS}>
        {keys.map((key) => (
          <KeyRow key={key.id} apiKey={key} me={me} />
        ))}
      </PlainTable>
      <ShowMore list={list} />
    </>
  );
}
