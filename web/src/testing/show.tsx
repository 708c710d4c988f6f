import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, type RouteObject, RouterProvider } from 'react-router';

/** After each test. */
export function clear(): void {
  cleanup();
  notifications.clean();
}

/** Shows a part of the app, or some of its pages, within what the app puts around it. */
export function show(
  part: ReactNode | RouteObject[],
  address = '/',
): RenderResult & { address: () => string; hash: () => string } {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter(isRoutes(part) ? part : [{ path: '*', element: part }], {
    initialEntries: [address],
  });
  const result = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Notifications />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return {
    ...result,
    address: () => router.state.location.pathname + router.state.location.search,
    hash: () => router.state.location.hash,
  };
}

function isRoutes(part: ReactNode | RouteObject[]): part is RouteObject[] {
  return Array.isArray(part);
}
