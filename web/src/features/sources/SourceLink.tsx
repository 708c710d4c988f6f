import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { sourceQueries } from '#/features/sources/source-queries';

/** A source by its name, from elsewhere. */
export function SourceLink({ id }: { id: string }) {
  const source = useQuery(sourceQueries.detail(id));
  return (
    <Anchor component={Link} to={`/sources/${id}`}>
      {source.data?.name ?? 'Data source'}
    </Anchor>
  );
}
