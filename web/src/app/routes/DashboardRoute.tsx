import { useNavigate, useParams } from 'react-router';
import { DashboardView } from '#/features/dashboards/DashboardView';
import { SourceLink } from '#/features/sources/SourceLink';
import { Page } from '#/ui/Page';

export function DashboardRoute() {
  const { dashboardId = '' } = useParams();
  const navigate = useNavigate();
  return (
    <Page width="full">
      <DashboardView
        key={dashboardId}
        id={dashboardId}
        origin={(id) => <SourceLink id={id} />}
        onDeleted={() => navigate('/dashboards', { replace: true })}
      />
    </Page>
  );
}
