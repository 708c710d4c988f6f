import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DashboardList } from '#/features/dashboards/DashboardList';
import { aDashboard } from '#/testing/examples';
import { answers, neverAnswers, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const list = <DashboardList empty={<p>Add data</p>} />;

describe('the list of dashboards', () => {
  it('shows its shape while it loads', async () => {
    neverAnswers('/dashboards');
    show(list);

    expect(await screen.findByRole('status', { name: 'Loading dashboards' })).toBeInTheDocument();
  });

  it('invites who has none', async () => {
    answers('get', '/dashboards', { items: [] });
    show(list);

    expect(await screen.findByText('Add data')).toBeVisible();
  });

  it('says who can give the permission that is missing', async () => {
    refuses('/dashboards', 403, { code: 'PERMISSION_DENIED', permission: 'view_dashboards' });
    show(list);

    expect(await screen.findByRole('alert')).toHaveTextContent('view_dashboards');
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });

  it('can be asked again after a failure', async () => {
    refuses('/dashboards', 500, { code: 'INTERNAL', traceId: 'abc123' });
    show(list);
    expect(await screen.findByText('Trace abc123')).toBeVisible();

    answers('get', '/dashboards', { items: [{ ...aDashboard(), widgetCount: 1 }] });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('link', { name: 'Sales - Data Insights' })).toHaveAttribute(
      'href',
      '/dashboards/d1',
    );
  });
});
