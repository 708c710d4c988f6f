import { WithMe } from '#/app/WithMe';
import { ActivityList } from '#/features/settings/activity/ActivityList';
import { PageHeader } from '#/ui/PageHeader';

export function ActivityRoute() {
  return (
    <>
      <PageHeader title="Activity" description="What was done in your name, newest first." />
      <WithMe>{(me) => <ActivityList me={me} />}</WithMe>
    </>
  );
}
