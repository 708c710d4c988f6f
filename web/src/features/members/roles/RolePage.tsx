import { Anchor, Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { meQuery } from '#/api/me';
import { ApiProblem } from '#/api/problem';
import type { Me, PermissionFacts, Role } from '#/api/types';
import { memberQueries } from '#/features/members/member-queries';
import { DeleteRoleDialog } from '#/features/members/roles/DeleteRoleDialog';
import { PermissionMatrix } from '#/features/members/roles/PermissionMatrix';
import { RoleForm } from '#/features/members/roles/RoleForm';
import { draftOf } from '#/features/members/roles/role-draft';
import { Delayed } from '#/ui/Delayed';
import { ErrorState } from '#/ui/ErrorState';
import { PageHeader } from '#/ui/PageHeader';
import { toastDone } from '#/ui/toast';

interface Props {
  me: Me;
  /** “new”, or which one. */
  id: string;
  /** Where the list is. */
  back: string;
  onLeave: () => void;
}

/** One role: to look at, to change, to make. */
export function RolePage({ me, id, back, onLeave }: Props) {
  const roles = useQuery(memberQueries.roles());
  const permissions = useQuery(memberQueries.permissions());
  const failed = roles.isError ? roles : permissions.isError ? permissions : undefined;
  if (failed !== undefined) return <ErrorState error={failed.error} onRetry={() => failed.refetch()} />;
  if (!roles.isSuccess || !permissions.isSuccess) {
    return (
      <div role="status" aria-label="Loading the role">
        <Delayed>
          <Skeleton height={320} />
        </Delayed>
      </div>
    );
  }
  const role = roles.data.find((each) => each.id === id);
  if (role === undefined && id !== 'new') return <ErrorState error={GONE} />;
  return (
    <Found
      key={id}
      me={me}
      {...(role === undefined ? {} : { role })}
      roles={roles.data}
      permissions={permissions.data}
      back={back}
      onLeave={onLeave}
    />
  );
}

const GONE = new ApiProblem(404, { detail: 'There is no such role. It may have been deleted.' });

interface FoundProps extends Omit<Props, 'id'> {
  role?: Role;
  roles: readonly Role[];
  permissions: readonly PermissionFacts[];
}

function Found({ me, role, roles, permissions, back, onLeave }: FoundProps) {
  const queries = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const leave = (words: string) => {
    toastDone(words);
    void queries.invalidateQueries({ queryKey: memberQueries.all });
    // It may be one’s own role that has changed.
    void queries.invalidateQueries({ queryKey: meQuery().queryKey });
    onLeave();
  };

  return (
    <>
      <PageHeader
        title={role === undefined ? 'New role' : role.name}
        description={descriptionOf(role)}
        breadcrumb={
          <Anchor component={Link} to={back} fz={13}>
            Roles
          </Anchor>
        }
        actions={
          role?.can.delete && (
            <Button variant="default" c="var(--bad)" onClick={() => setDeleting(true)}>
              Delete
            </Button>
          )
        }
      />
      {role === undefined || role.can.edit ? (
        <RoleForm
          me={me}
          {...(role === undefined ? {} : { role })}
          roles={roles}
          permissions={permissions}
          back={back}
          onSaved={({ name }) => leave(role === undefined ? `The role “${name}” is made` : `“${name}” is saved`)}
        />
      ) : (
        <PermissionMatrix permissions={permissions} draft={draftOf(role)} held={me.permissions} />
      )}
      {deleting && role !== undefined && (
        <DeleteRoleDialog
          role={role}
          me={me}
          onDeleted={() => leave(`The role “${role.name}” is deleted`)}
          onClose={() => setDeleting(false)}
        />
      )}
    </>
  );
}

function descriptionOf(role: Role | undefined): string {
  if (role === undefined) return 'Choose what its members may do. Nobody gives more than they have themselves.';
  if (role.builtIn) return `${role.description} It is built in: the same in every organization, and can’t be changed.`;
  return role.description || 'A role of this organization.';
}
