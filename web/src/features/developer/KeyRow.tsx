import { Button, Table } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#/api/client';
import type { ApiKey, Me } from '#/api/types';
import { developerQueries } from '#/features/developer/developer-queries';
import { DeleteDialog } from '#/ui/DeleteDialog';
import { formatCount } from '#/ui/format/number';
import { nameOf } from '#/ui/format/person';
import { RelativeTime } from '#/ui/RelativeTime';
import { Tag } from '#/ui/Tag';
import { toastDone } from '#/ui/toast';
import classes from './ApiKeys.module.css';

export function KeyRow({ apiKey, me }: { apiKey: ApiKey; me: Me }) {
  const { id, name, description, prefix, createdBy, createdAt, lastUsedAt, useCount, scopes } = apiKey;
  const queries = useQueryClient();
  const [revoking, setRevoking] = useState(false);
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.name}>{name}</span>
        <code className={classes.prefix}>{prefix}…</code>
        {description !== '' && <span className={classes.note}>{description}</span>}
        {createdBy.id !== me.account.id && <span className={classes.note}>acts for {nameOf(createdBy)}</span>}
        <span className={classes.narrow}>
          <span>{scopes === undefined ? 'all of the role' : counted(scopes.length)}</span>
          <Expiry apiKey={apiKey} word="expires " />
          <span>
            used <Moment moment={lastUsedAt} />
          </span>
        </span>
      </Table.Td>
      <Table.Td data-secondary>
        <Scopes apiKey={apiKey} />
      </Table.Td>
      <Table.Td data-secondary>
        <RelativeTime moment={createdAt} />
      </Table.Td>
      <Table.Td data-secondary>
        <Expiry apiKey={apiKey} />
      </Table.Td>
      <Table.Td data-secondary>
        <Moment moment={lastUsedAt} />
      </Table.Td>
      <Table.Td data-numeric data-secondary>
        {formatCount(useCount)}
      </Table.Td>
      <Table.Td className={classes.act ?? ''}>
        <Button variant="default" size="xs" aria-label={`Revoke ${name}`} onClick={() => setRevoking(true)}>
          Revoke
        </Button>
        {revoking && (
          <DeleteDialog
            title={`Revoke “${name}”?`}
            verb="Revoke"
            send={() => api.delete(`/api-keys/${id}`)}
            onDeleted={() => {
              setRevoking(false);
              toastDone('The key is revoked');
              void queries.invalidateQueries({ queryKey: developerQueries.keys().queryKey });
            }}
            onClose={() => setRevoking(false)}
          >
            Whatever uses it is refused as of its next request. It can’t be brought back.
          </DeleteDialog>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Scopes({ apiKey: { scopes } }: { apiKey: ApiKey }) {
  if (scopes === undefined) return 'all of the role';
  return (
    <ul className={classes.scopes} aria-label="Permissions">
      {scopes.map((scope) => (
        <li key={scope}>{scope}</li>
      ))}
    </ul>
  );
}

function Expiry({ apiKey: { expiresAt }, word = '' }: { apiKey: ApiKey; word?: string }) {
  if (expiresAt !== undefined && Date.parse(expiresAt) <= Date.now()) return <Tag tone="warn">Expired</Tag>;
  return (
    <span>
      {word}
      <Moment moment={expiresAt} />
    </span>
  );
}

function Moment({ moment }: { moment: string | undefined }) {
  return moment === undefined ? 'never' : <RelativeTime moment={moment} />;
}

function counted(permissions: number): string {
  return permissions === 1 ? '1 permission' : `${permissions} permissions`;
}
