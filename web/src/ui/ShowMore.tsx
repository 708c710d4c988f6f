import { BusyButton } from '#/ui/BusyButton';

/** What a list by pages tells of the next one. */
interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Leads on in a list that has more pages. */
export function ShowMore({ list }: { list: Paged }) {
  if (!list.hasNextPage) return null;
  return (
    <BusyButton variant="default" mt="md" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
      Show more
    </BusyButton>
  );
}
