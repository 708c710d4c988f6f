import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { errorsByField } from '#/api/problem';
import type { Me, PermissionFacts, Role } from '#/api/types';
import { memberQueries } from '#/features/members/member-queries';
import { PermissionMatrix } from '#/features/members/roles/PermissionMatrix';
import { draftOf, emptyDraft, fromBase, requestOf, whyLocked } from '#/features/members/roles/role-draft';
import { BusyButton } from '#/ui/BusyButton';
import { FormAlert } from '#/ui/FormAlert';
import classes from './RoleEditor.module.css';

interface Props {
  me: Me;
  /** Absent for a new one. */
  role?: Role;
  roles: readonly Role[];
  permissions: readonly PermissionFacts[];
  back: string;
  onSaved: (role: Role) => void;
}

/** Makes a role or changes one. */
export function RoleForm({ me, role, roles, permissions, back, onSaved }: Props) {
  const [draft, setDraft] = useState(role === undefined ? emptyDraft() : draftOf(role));
  const save = useMutation({ ...memberQueries.saveRole(role?.id ?? null), onSuccess: onSaved });
  const errors = errorsByField(save.error);
  const changeable = permissions.filter((each) => whyLocked(each, me.permissions) === undefined);
  const same = role !== undefined && JSON.stringify(requestOf(draft)) === JSON.stringify(requestOf(draftOf(role)));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(requestOf(draft));
  };

  return (
    <form onSubmit={submit}>
      <div className={classes.fields}>
        <TextInput
          label="Name"
          required
          withAsterisk={false}
          autoFocus={role === undefined}
          maxLength={100}
          value={draft.name}
          error={errors.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <Textarea
          label="Description"
          description="What the role is for, as others will read it"
          rows={2}
          resize="vertical"
          maxLength={500}
          value={draft.description}
          error={errors.description}
          onChange={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
        />
        {role === undefined && (
          <NativeSelect
            label="Start from"
            description="Takes over what that role may do; then change what should differ"
            value={draft.base}
            data={[
              { value: '', label: 'Nothing' },
              ...roles
                .filter(({ id, builtIn }) => builtIn && id !== 'owner')
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => {
              const base = roles.find(({ id }) => id === event.currentTarget.value);
              setDraft(fromBase(draft, base, changeable));
            }}
          />
        )}
      </div>
      <PermissionMatrix permissions={permissions} draft={draft} held={me.permissions} onChange={setDraft} />
      <div className={classes.bar}>
        {save.error !== null && (
          <div className={classes.alert}>
            <FormAlert error={save.error} shown={['name', 'description']} />
          </div>
        )}
        <Button variant="default" component={Link} to={back}>
          Cancel
        </Button>
        <BusyButton type="submit" busy={save.isPending} off={same}>
          {role === undefined ? 'Create role' : 'Save'}
        </BusyButton>
      </div>
    </form>
  );
}
