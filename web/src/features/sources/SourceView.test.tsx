import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { SourceView } from '#/features/sources/SourceView';
import { aResult, aSource, someStatistics } from '#/testing/examples';
import { answers, neverAnswers, refuses } from '#/testing/server';
import { show } from '#/testing/show';

const view = <SourceView id="s1" onDeleted={() => undefined} />;

function given(source = aSource()) {
  answers('get', '/data-sources/s1', source);
  answers('get', '/data-sources/s1/statistics', someStatistics());
  answers('get', '/data-sources/s1/tables/sales/rows', aResult());
}

describe('a data source', () => {
  it('shows its shape while it loads', async () => {
    neverAnswers('/data-sources/s1');
    show(view);

    expect(await screen.findByRole('status', { name: 'Loading the data source' })).toBeInTheDocument();
  });

  it('is not found when it belongs to somebody else', async () => {
    refuses('/data-sources/s1', 404, { code: 'DATA_SOURCE_NOT_FOUND', detail: 'There is no data source s1.' });
    show(view);

    expect(await screen.findByRole('alert')).toHaveTextContent('There is no data source s1.');
  });

  it('tells of each column what it holds', async () => {
    given();
    show(view);

    expect(await screen.findByRole('rowheader', { name: /city/ })).toHaveTextContent('Text');
    expect(screen.getByText('Bern')).toBeVisible();
    expect(screen.getByRole('img', { name: 'Histogram from 1 to 9' })).toBeInTheDocument();
    expect(screen.getByText('1 to 9, mean 4.5')).toBeVisible();
  });

  it('lists the cells that could not be read', async () => {
    given();
    const { address } = show(view);

    await userEvent.click(await screen.findByRole('tab', { name: 'Unreadable cells 1' }));

    expect(await screen.findByText('not a number')).toBeVisible();
    expect(address()).toBe('/?tab=rejects');
  });

  it('shows its first rows and says how many there are', async () => {
    given();
    show(view, '/?tab=rows');

    expect(await screen.findByText('The first 2 of 1,200 rows.')).toBeVisible();
  });

  it('says why the last load failed', async () => {
    given(aSource({ status: 'error', statusReason: 'Row 3 has too many columns.' }));
    show(view);

    expect(await screen.findByRole('alert')).toHaveTextContent('Row 3 has too many columns.');
  });

  it('names what goes with it before it is deleted', async () => {
    given();
    answers('delete', '/data-sources/s1', null, 204);
    const onDeleted = vi.fn();
    show(<SourceView id="s1" onDeleted={onDeleted} />);

    await userEvent.click(await screen.findByRole('button', { name: 'Data source menu' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    expect(screen.getByRole('dialog', { name: 'Delete “Sales”?' })).toHaveTextContent(
      /sales\.csv.*1,200 rows.*dashboard/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));

    await expect.poll(() => onDeleted.mock.calls.length).toBe(1);
  });
});
