import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { UploadDialog } from '#/features/sources/upload/UploadDialog';
import { aJob, aResult, someStatistics } from '#/testing/examples';
import { answers, refuses, server } from '#/testing/server';
import { show } from '#/testing/show';

const JOB = 'http://localhost/api/v1/jobs/j1';
const csv = new File(['city;amount\nBern;1\nBasel;2\n'], 'sales.csv', { type: 'text/csv' });

const dialog = (file = csv) => <UploadDialog target={{ file }} onClose={() => undefined} />;

/** The form as the server got it. */
function receives(answer = aJob()): FormData[] {
  const forms: FormData[] = [];
  server.use(
    http.post('http://localhost/api/v1/data-sources/upload', async ({ request }) => {
      forms.push(await request.formData());
      return HttpResponse.json(answer, { status: 202 });
    }),
  );
  return forms;
}

describe('adding a file', () => {
  it('shows its first rows before anything is sent', async () => {
    show(dialog());

    expect(await screen.findByRole('columnheader', { name: 'city' })).toBeVisible();
    expect(screen.getByRole('cell', { name: 'Bern' })).toBeVisible();
    expect(screen.getByRole('option', { name: 'Detected: semicolon' })).toBeInTheDocument();
  });

  it('sends only the options that were chosen', async () => {
    const forms = receives(aJob({ status: 'failed', error: { code: 'FILE_UNREADABLE', detail: 'No.', errors: [] } }));
    show(dialog());

    await userEvent.selectOptions(await screen.findByLabelText('Delimiter'), 'Comma');
    await userEvent.click(screen.getByRole('button', { name: 'Upload' }));

    await expect.poll(() => forms.length).toBe(1);
    expect(forms[0]?.get('name')).toBe('sales');
    expect(forms[0]?.get('options')).toBe('{"delimiter":","}');
  });

  it('follows the import to its end and tells what came of it', async () => {
    receives();
    const result = { dataSourceId: 's1', dashboardId: 'd1' };
    answers('get', '/jobs/j1', aJob({ status: 'succeeded', progress: 1, result }));
    answers('get', '/data-sources/s1/statistics', someStatistics());
    answers('get', '/data-sources/s1/tables/sales/rows', aResult());
    show(dialog());

    await userEvent.click(await screen.findByRole('button', { name: 'Upload' }));

    expect(await screen.findByRole('link', { name: 'Open dashboard' })).toHaveAttribute('href', '/dashboards/d1');
    expect(await screen.findByText('Cells that could not be read were left empty')).toBeVisible();
    expect(await screen.findByRole('table', { name: 'First rows' })).toBeVisible();
  });

  it('tells why the import failed and leads back to the settings', async () => {
    receives();
    const errors = [{ field: 'row 3', message: 'has 12 columns instead of 2' }];
    answers(
      'get',
      '/jobs/j1',
      aJob({ status: 'failed', error: { code: 'FILE_UNREADABLE', detail: 'Not a table.', errors } }),
    );
    show(dialog());

    await userEvent.click(await screen.findByRole('button', { name: 'Upload' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(/Not a table.*row 3: has 12 columns/);
    await userEvent.click(screen.getByRole('button', { name: 'Back to the settings' }));
    expect(await screen.findByLabelText('Delimiter')).toBeVisible();
  });

  it('tells what the plan does not allow', async () => {
    const detail = 'The plan takes files up to 10 MB.';
    refuses('/data-sources/upload', 402, { code: 'PLAN_LIMIT_REACHED', limit: 'file_size', detail }, 'post');
    show(dialog());

    await userEvent.click(await screen.findByRole('button', { name: 'Upload' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(detail);
  });

  it('cancels an import and waits for the server’s word on it', async () => {
    receives();
    let cancelled = false;
    server.use(
      http.get(JOB, () => HttpResponse.json(aJob({ status: cancelled ? 'cancelled' : 'running' }))),
      http.post(`${JOB}/cancel`, () => {
        cancelled = true;
        return HttpResponse.json(aJob(), { status: 202 });
      }),
    );
    show(dialog());

    await userEvent.click(await screen.findByRole('button', { name: 'Upload' }));
    expect(await screen.findByText('50%')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));

    expect(await screen.findByRole('button', { name: 'Upload' })).toBeVisible();
    expect(cancelled).toBe(true);
  });

  it('does not send an empty file', async () => {
    show(dialog(new File([], 'empty.csv')));

    expect(await screen.findByRole('alert')).toHaveTextContent('The file is empty');
    expect(screen.getByRole('button', { name: 'Upload' })).toBeDisabled();
  });
});
