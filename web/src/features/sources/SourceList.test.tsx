import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SourceList } from '#/features/sources/SourceList';
import { aSource } from '#/testing/examples';
import { answers, neverAnswers, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const list = <SourceList empty={<p>Drop a file</p>} />;

describe('the list of data sources', () => {
  it('shows its shape while it loads', async () => {
    neverAnswers('/data-sources');
    show(list);

    expect(await screen.findByRole('status', { name: 'Loading data sources' })).toBeInTheDocument();
  });

  it('invites who has none', async () => {
    answers('get', '/data-sources', { items: [] });
    show(list);

    expect(await screen.findByText('Drop a file')).toBeVisible();
  });

  it('tells why it is refused', async () => {
    refuses('/data-sources', 403, { code: 'PERMISSION_DENIED', permission: 'view_data_sources' });
    show(list);

    expect(await screen.findByRole('alert')).toHaveTextContent('view_data_sources');
  });

  it('names each source with its rows and state, in words', async () => {
    answers('get', '/data-sources', { items: [aSource(), aSource({ id: 's2', name: 'Broken', status: 'error' })] });
    show(list);

    expect(await screen.findByRole('link', { name: 'Sales' })).toHaveAttribute('href', '/sources/s1');
    expect(screen.getByText('Active')).toBeVisible();
    expect(screen.getByText('Failed')).toBeVisible();
  });

  it('says how many the plan has paused', async () => {
    answers('get', '/data-sources', {
      items: [aSource(), aSource({ id: 's2', name: 'Old orders', status: 'paused' })],
    });
    show(list);

    expect(await screen.findByText('1 data source is paused.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Compare plans' })).toHaveAttribute('href', '/settings/billing');
  });
});
