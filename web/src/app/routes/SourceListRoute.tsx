import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { Invitation } from '#/features/sources/Invitation';
import { SourceList } from '#/features/sources/SourceList';
import { useUpload } from '#/features/sources/upload-context';
import { Page } from '#/ui/Page';
import { PageHeader } from '#/ui/PageHeader';

export function SourceListRoute() {
  const upload = useUpload();
  const navigate = useNavigate();
  return (
    <Page>
      <PageHeader
        title="Data sources"
        description="Files whose tables dashboards are made of."
        actions={
          upload.allowed && (
            <Button leftSection={<IconUpload size={16} />} onClick={() => upload.open()}>
              Add data
            </Button>
          )
        }
      />
      <SourceList empty={<Invitation onDashboard={(id) => navigate(`/dashboards/${id}`)} />} />
    </Page>
  );
}
