import { Input, SegmentedControl, Skeleton, Stack, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { authQueries } from '#/features/auth/auth-queries';
import { WhoAmI } from '#/features/auth/WhoAmI';
import { ErrorState } from '#/ui/ErrorState';
import { Page } from '#/ui/Page';
import { PageHeader } from '#/ui/PageHeader';

const SCHEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'System' },
] as const;

export function AccountRoute() {
  const me = useQuery(authQueries.me());
  const { colorScheme, setColorScheme } = useMantineColorScheme();

  return (
    <Page width="form">
      <PageHeader title="Account" description="Who you are here, and how clariBI looks on this device." />
      <Stack gap={32}>
        {me.isPending && <Skeleton height={212} />}
        {me.isError && <ErrorState error={me.error} onRetry={() => me.refetch()} />}
        {me.isSuccess && <WhoAmI me={me.data} />}
        <Input.Wrapper label="Theme" labelElement="div" labelProps={{ id: 'theme-label' }}>
          <div>
            <SegmentedControl
              mt={6}
              aria-labelledby="theme-label"
              value={colorScheme}
              data={[...SCHEMES]}
              onChange={(value) => setColorScheme(value)}
            />
          </div>
        </Input.Wrapper>
      </Stack>
    </Page>
  );
}
