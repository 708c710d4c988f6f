import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { DashboardList } from '#/features/dashboards/DashboardList';
import { Invitation } from '#/features/sources/Invitation';
import { useUpload } from '#/features/sources/upload-context';
import { Page } from '#/ui/Page';
import { PageHeader } from '#/ui/PageHeader';

export function DashboardListRoute() {
  const upload = useUpload();
  const navigate = useNavigate();
  return (
    <Page>
      <PageHeader
        title="Dashboards"
        description="What your data says, kept up to date."
        actions={
          upload.allowed && (
            <Button leftSection={<IconUpload size={16} />} onClick={() => upload.open()}>
              Add data
            </Button>
          )
        }
      />
      <DashboardList empty={<Invitation onDashboard={(id) => navigate(`/dashboards/${id}`)} />} />
    </Page>
  );
}
