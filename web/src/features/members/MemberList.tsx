import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Me } from '#/api/types';
import { MemberRow } from '#/features/members/MemberRow';
import { memberQueries } from '#/features/members/member-queries';
import { EmptyState } from '#/ui/EmptyState';
import { ErrorState } from '#/ui/ErrorState';
import { ListSkeleton } from '#/ui/ListSkeleton';
import { PlainTable } from '#/ui/PlainTable';
import { ShowMore } from '#/ui/ShowMore';
import classes from './MemberList.module.css';

const PAUSE_MILLIS = 200;

/** Who belongs to the organization; the search stands in the address. */
export function MemberList({ me }: { me: Me }) {
  const [parameters, setParameters] = useSearchParams();
  const search = parameters.get('search') ?? '';
  const [text, setText] = useState(search);
  const find = useDebouncedCallback((words: string) => {
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        if (words === '') after.delete('search');
        else after.set('search', words);
        return after;
      },
      { replace: true },
    );
  }, PAUSE_MILLIS);

  return (
    <>
      <div className={classes.bar}>
        <TextInput
          className={classes.search ?? ''}
          aria-label="Search members"
          placeholder="Name or e-mail"
          type="search"
          leftSection={<IconSearch size={16} aria-hidden />}
          maxLength={100}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            find(event.currentTarget.value.trim());
          }}
        />
      </div>
      <Found search={search} me={me} />
    </>
  );
}

const COLUMNS = [
  { label: 'Name' },
  { label: 'Role' },
  { label: 'Status', secondary: true },
  { label: 'Two-step verification', secondary: true },
  { label: 'Last active', secondary: true },
  { label: 'Actions', unseen: true },
];

function Found({ search, me }: { search: string; me: Me }) {
  const list = useInfiniteQuery(memberQueries.list(search));
  if (list.isPending) return <ListSkeleton label="Loading members" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => list.refetch()} />;
  const members = list.data.pages.flatMap(({ items }) => items);
  if (members.length === 0) {
    return (
      <EmptyState icon={<IconUsers size={22} />} title="Nobody found">
        No member’s name or e-mail has “{search}” in it.
      </EmptyState>
    );
  }
  return (
    <>
      <PlainTable label="Members" columns={COLUMNS}>
        {members.map((member) => (
          <MemberRow key={member.id} member={member} me={me} />
        ))}
      </PlainTable>
      <ShowMore list={list} />
    </>
  );
}
