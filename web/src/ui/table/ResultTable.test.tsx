import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aResult } from '#/testing/examples';
import { show } from '#/testing/show';
import { ResultTable } from '#/ui/table/ResultTable';

const texts = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent);

it('sorts by a column, the other way, and back', async () => {
  show(<ResultTable label="Cities" result={aResult()} />);
  const sort = screen.getByRole('button', { name: 'sum_amount' });

  expect(texts()).toEqual(['Bern', 'Basel']);
  await userEvent.click(sort);
  expect(texts()).toEqual(['Basel', 'Bern']);
  expect(screen.getByRole('columnheader', { name: 'sum_amount' })).toHaveAttribute('aria-sort', 'ascending');
  await userEvent.click(sort);
  await userEvent.click(sort);
  expect(texts()).toEqual(['Bern', 'Basel']);
});

it('writes the figures of a column with equal decimals', () => {
  show(<ResultTable label="Cities" result={aResult()} />);

  expect(screen.getByText('30.0')).toBeVisible();
  expect(screen.getByText('12.5')).toBeVisible();
});

it('keeps only the rows in sight in the document', () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [`City ${at}`, at]);
  show(<ResultTable label="Cities" result={aResult({ rows })} />);

  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '10001');
  expect(screen.getAllByRole('row').length).toBeLessThan(100);
});
