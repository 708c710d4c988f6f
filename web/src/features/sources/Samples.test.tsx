import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Samples } from '#/features/sources/Samples';
import { aJob } from '#/testing/examples';
import { answers } from '#/testing/server';
import { show } from '#/testing/show';

it('loads a sample and leads to its dashboard', async () => {
  const sample = { id: 'weather', name: 'Weather', description: 'Rain.', fileName: 'w.csv', bytes: 9, rows: 1461 };
  answers('get', '/data-sources/samples', { items: [{ ...sample, attribution: 'NOAA', license: 'Public domain' }] });
  answers('post', '/data-sources/samples/weather', aJob(), 202);
  answers('get', '/jobs/j1', aJob({ status: 'succeeded', result: { dataSourceId: 's1', dashboardId: 'd1' } }));
  const onDashboard = vi.fn();
  show(<Samples onDashboard={onDashboard} />);

  expect(await screen.findByText('1,461 rows · NOAA · Public domain')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Load Weather' }));

  await expect.poll(() => onDashboard.mock.calls).toEqual([['d1']]);
});
