import { Table } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Activity, Me } from '#/api/types';
import { settingsQueries } from '#/features/settings/settings-queries';
import { EmptyState } from '#/ui/EmptyState';
import { ErrorState } from '#/ui/ErrorState';
import { changesIn, eventName } from '#/ui/format/event-words';
import { placeName } from '#/ui/format/place';
import { ListSkeleton } from '#/ui/ListSkeleton';
import { PlainTable } from '#/ui/PlainTable';
import { RelativeTime } from '#/ui/RelativeTime';
import { ShowMore } from '#/ui/ShowMore';
import { Tag } from '#/ui/Tag';
import classes from './ActivityList.module.css';

/** What one did oneself, newest first. */
export function ActivityList({ me }: { me: Me }) {
  const list = useInfiniteQuery(settingsQueries.activity());

  if (list.isPending) return <ListSkeleton label="Loading your activity" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState icon={<IconHistory size={22} />} title="Nothing yet">
        What you do in clariBI is listed here: log-ins, changes, downloads.
      </EmptyState>
    );
  }
  return (
    <>
      <PlainTable
        label="Your activity"
        columns={[{ label: 'What' }, { label: 'When' }, { label: 'From', secondary: true }]}
      >
        {items.map((item) => (
          <Row key={item.id} item={item} own={isOwn(item, me)} />
        ))}
      </PlainTable>
      <ShowMore list={list} />
    </>
  );
}

function Row({ item, own }: { item: Activity; own: boolean }) {
  const failed = item.outcome !== 'success' && !item.type.endsWith('_failed');
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.what}>
          {eventName(item.type)} {!own && <span className={classes.target}>{item.target.name}</span>}{' '}
          {failed && <Tag tone="bad">Failed</Tag>}
        </span>
        {item.apiKey !== undefined && <span className={classes.change}>by the API key “{item.apiKey.name}”</span>}
        {changesIn(item.details).map((change) => (
          <span className={classes.change} key={change}>
            {change}
          </span>
        ))}
      </Table.Td>
      <Table.Td className={classes.when ?? ''}>
        <RelativeTime moment={item.occurredAt} />
      </Table.Td>
      <Table.Td data-secondary title={item.userAgent}>
        {item.ip === undefined ? '–' : placeName(item.ip)}
      </Table.Td>
    </Table.Tr>
  );
}

/** Oneself, or one's session, is no news as a target. */
function isOwn({ target }: Activity, me: Me): boolean {
  return target.id === me.account.id || target.type === 'session';
}
