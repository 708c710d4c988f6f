import { WithMe } from '#/app/WithMe';
import { ApiKeysPage } from '#/features/developer/ApiKeysPage';

export function ApiKeysRoute() {
  return <WithMe>{(me) => <ApiKeysPage me={me} />}</WithMe>;
}
