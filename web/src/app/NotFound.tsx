import { Button } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '#/ui/EmptyState';
import { Page } from '#/ui/Page';

export function NotFound() {
  return (
    <Page>
      <EmptyState
        icon={<IconZoomQuestion size={22} />}
        title="There is no such page"
        action={
          <Button component={Link} to="/dashboards" variant="default">
            Go to dashboards
          </Button>
        }
      >
        The address may be mistyped, or what was here has been deleted.
      </EmptyState>
    </Page>
  );
}
