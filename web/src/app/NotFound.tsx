import { Button } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '#/ui/EmptyState';
import { Page } from '#/ui/Page';
import { PageHeader } from '#/ui/PageHeader';

export function NotFound() {
  return (
    <Page>
      <PageHeader title="There is no such page" />
      <EmptyState
        icon={<IconZoomQuestion size={22} />}
        title="Nothing is here"
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
