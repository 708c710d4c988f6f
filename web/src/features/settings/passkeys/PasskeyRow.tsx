import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#/api/client';
import { meQuery } from '#/api/me';
import type { Passkey } from '#/api/types';
import { settingsQueries } from '#/features/settings/settings-queries';
import { DeleteDialog } from '#/ui/DeleteDialog';
import { Item } from '#/ui/ItemList';
import { RelativeTime } from '#/ui/RelativeTime';
import { toastDone } from '#/ui/toast';

export function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { id, name, createdAt, lastUsedAt } = passkey;

  const removed = () => {
    setAsking(false);
    toastDone('The passkey is removed');
    void queries.invalidateQueries({ queryKey: settingsQueries.all });
    void queries.invalidateQueries({ queryKey: meQuery().queryKey });
  };

  return (
    <>
      <Item
        icon={IconFingerprint}
        name={name}
        details={
          <>
            <span>
              added <RelativeTime moment={createdAt} />
            </span>
            {lastUsedAt === undefined ? (
              <span>not used yet</span>
            ) : (
              <span>
                used <RelativeTime moment={lastUsedAt} />
              </span>
            )}
          </>
        }
        action={
          <Button variant="default" size="xs" onClick={() => setAsking(true)} aria-label={`Remove ${name}`}>
            Remove
          </Button>
        }
      />
      {asking && (
        <DeleteDialog
          title={`Remove ${name}?`}
          verb="Remove"
          send={() => api.delete(`/me/passkeys/${id}`)}
          onDeleted={removed}
          onClose={() => setAsking(false)}
        >
          Nobody can log in with it any more, and your other sessions are logged out. Delete it on the device as well.
        </DeleteDialog>
      )}
    </>
  );
}
