import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFeature } from '#/api/plan';
import type { Me } from '#/api/types';
import { memberQueries } from '#/features/members/member-queries';
import { ErrorState } from '#/ui/ErrorState';
import { formatCount } from '#/ui/format/number';
import { LinkTable } from '#/ui/LinkTable';
import { ListSkeleton } from '#/ui/ListSkeleton';
import { PageHeader } from '#/ui/PageHeader';
import { PlanHint } from '#/ui/PlanHint';
import classes from './RolesPage.module.css';

/** The roles there are: built-in ones, which are everywhere the same, and the organization's own. */
export function RolesPage({ me, at }: { me: Me; at: string }) {
  const roles = useQuery(memberQueries.roles());
  const custom = useFeature('custom_roles');
  const mayMake = me.permissions.includes('assign_roles');
  return (
    <>
      <PageHeader
        title="Roles"
        description="What members may do. Each member has one role; a change acts at their next click."
        actions={
          mayMake &&
          !custom.lacking && (
            <Button component={Link} to={`${at}/new`} leftSection={<IconPlus size={16} />}>
              New role
            </Button>
          )
        }
      />
      {mayMake && custom.lacking && (
        <div className={classes.hint}>
          <PlanHint what="Making roles of one’s own" plan={custom.plan} needed={custom.neededPlan} />
        </div>
      )}
      {roles.isPending && <ListSkeleton label="Loading roles" />}
      {roles.isError && <ErrorState error={roles.error} onRetry={() => roles.refetch()} />}
      {roles.isSuccess && (
        <LinkTable
          label="Roles"
          items={roles.data}
          keyOf={({ id }) => id}
          to={({ id }) => `${at}/${id}`}
          name={{ label: 'Role', of: ({ name }) => name }}
          columns={[
            { label: 'Kind', cell: ({ builtIn }) => (builtIn ? 'Built-in' : 'Custom'), secondary: true },
            { label: 'Permissions', cell: ({ permissions }) => formatCount(permissions.length), numeric: true },
            { label: 'Members', cell: ({ memberCount }) => formatCount(memberCount), numeric: true },
          ]}
        />
      )}
    </>
  );
}
