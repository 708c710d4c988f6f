import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DashboardView } from '#/features/dashboards/DashboardView';
import { aDashboard, aResult, aWidget, someData } from '#/testing/examples';
import { answers, neverAnswers, records, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const view = <DashboardView id="d1" origin={() => 'Sales'} onDeleted={() => undefined} />;

function given(dashboard = aDashboard(), data = someData()) {
  answers('get', '/dashboards/d1', dashboard);
  answers('get', '/dashboards/d1/data', data);
}

describe('a dashboard', () => {
  it('has its tiles in place while their figures are on the way', async () => {
    answers('get', '/dashboards/d1', aDashboard());
    neverAnswers('/dashboards/d1/data');
    show(view);

    expect(await screen.findByRole('status', { name: 'Loading Amount by city' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Amount by city' })).toBeVisible();
  });

  it('is not found when it belongs to somebody else', async () => {
    refuses('/dashboards/d1', 404, { code: 'DASHBOARD_NOT_FOUND', detail: 'There is no dashboard d1.' });
    refuses('/dashboards/d1/data', 404, { code: 'DASHBOARD_NOT_FOUND', detail: 'There is no dashboard d1.' });
    show(view);

    expect(await screen.findByRole('alert')).toHaveTextContent('There is no dashboard d1.');
  });

  it('shows the error of one tile in that tile alone', async () => {
    const widgets = [aWidget(), aWidget({ id: 'w2', title: 'Slow tile' })];
    const error = { code: 'QUERY_TIMEOUT', detail: 'The query took longer than 30 s.' };
    given(
      aDashboard({ widgets }),
      someData({
        widgets: [
          { id: 'w1', result: aResult() },
          { id: 'w2', error },
        ],
      }),
    );
    show(view);

    expect(await screen.findByRole('alert')).toHaveTextContent('The query took longer than 30 s.');
    expect(screen.getByRole('img', { name: /Amount by city, bar chart/ })).toBeInTheDocument();
  });

  it('says when no rows match', async () => {
    given(aDashboard(), someData({ widgets: [{ id: 'w1', result: aResult({ rows: [] }) }] }));
    show(view);

    expect(await screen.findByText(/No rows match/)).toBeVisible();
  });

  it('says when a result is cut', async () => {
    given(aDashboard(), someData({ widgets: [{ id: 'w1', result: aResult({ truncated: true }) }] }));
    show(view);

    expect(await screen.findByText(/Only the first 2 rows are shown; there are more/)).toBeVisible();
  });

  it('has a table behind each chart', async () => {
    given();
    const { address } = show(view);

    await userEvent.click(await screen.findByRole('button', { name: 'Menu of Amount by city' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Show as table' }));

    const table = await screen.findByRole('table', { name: 'Amount by city, as a table' });
    expect(within(table).getByText('Bern')).toBeVisible();
    expect(address()).toBe('/?table=w1');
  });

  it('keeps its filters in the address and sends them with the request for all tiles', async () => {
    answers('get', '/dashboards/d1', aDashboard());
    const requests = records('get', '/dashboards/d1/data', someData());
    const { address } = show(view);

    await userEvent.click(await screen.findByRole('button', { name: /City All/ }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Bern' }));

    expect(address()).toBe('/?filter=city%3ABern');
    await expect.poll(() => requests.map(({ url }) => new URL(url).search)).toEqual(['', '?filter=city%3ABern']);
    expect(await screen.findByText(/City: Bern$/)).toBeVisible();
  });

  it('downloads what is on the screen', async () => {
    given();
    const requests = records('post', '/queries/export', {});
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => undefined;
    show(view, '/?filter=city:Bern');

    await userEvent.click(await screen.findByRole('button', { name: 'Menu of Amount by city' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Download Excel' }));

    await expect.poll(() => saved.mock.calls.length).toBe(1);
    expect(requests[0]?.url).toContain('format=xlsx');
    expect(await requests[0]?.json()).toMatchObject({ filters: [{ field: 'city', operator: 'in', values: ['Bern'] }] });
  });

  it('offers nothing that one may not do', async () => {
    given(aDashboard({ can: { edit: false, delete: false, export: false } }));
    show(view);

    await userEvent.click(await screen.findByRole('button', { name: 'Menu of Amount by city' }));

    expect(screen.queryByRole('menuitem', { name: 'Download CSV' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Dashboard menu' })).not.toBeInTheDocument();
  });

  it('tells how a figure was computed', async () => {
    given();
    show(view, '/?explain=w1');

    expect(await screen.findByText(/SELECT city, sum/)).toBeInTheDocument();
    expect(screen.getByText('Live')).toBeInTheDocument();
  });

  it('takes its new name back when the server refuses it', async () => {
    given();
    refuses('/dashboards/d1', 422, { code: 'INVALID_INPUT', detail: 'The name is taken.' }, 'patch');
    show(view);

    await userEvent.click(await screen.findByRole('button', { name: 'Dashboard menu' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Rename' }));
    await userEvent.clear(screen.getByRole('textbox', { name: 'Name' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Taken{Enter}');

    expect(await screen.findByText('The name is taken.')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Sales - Data Insights');
  });
});
