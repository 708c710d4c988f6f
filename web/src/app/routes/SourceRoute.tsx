import { useNavigate, useParams } from 'react-router';
import { SourceView } from '#/features/sources/SourceView';
import { Page } from '#/ui/Page';

export function SourceRoute() {
  const { sourceId = '' } = useParams();
  const navigate = useNavigate();
  return (
    <Page>
      <SourceView key={sourceId} id={sourceId} onDeleted={() => navigate('/sources', { replace: true })} />
    </Page>
  );
}
