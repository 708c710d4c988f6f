import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Me } from '#/api/types';
import { CreateKeyDialog } from '#/features/developer/CreateKeyDialog';
import { KeyList } from '#/features/developer/KeyList';
import { PageHeader } from '#/ui/PageHeader';

/** Keys by which programs act for members. */
export function ApiKeysPage({ me }: { me: Me }) {
  const [creating, setCreating] = useState(false);
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      New key
    </Button>
  );
  return (
    <>
      <PageHeader
        title="API keys"
        description={
          <>
            Programs and AI agents use them to act for you. How to is in the{' '}
            <Anchor href="/api/v1/docs" target="_blank" rel="noreferrer" inherit>
              API documentation
            </Anchor>
            .
          </>
        }
        actions={create}
      />
      <KeyList me={me} create={create} />
      {creating && <CreateKeyDialog me={me} onClose={() => setCreating(false)} />}
    </>
  );
}
