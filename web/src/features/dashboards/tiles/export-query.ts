import { api } from '#/api/client';
import type { Query } from '#/api/types';

export type TableFormat = 'csv' | 'xlsx';

/** All rows of a query as a file, made by the server. */
export function exportQuery(query: Query, format: TableFormat): Promise<Blob> {
  return api.download('/queries/export', { query: { format }, body: query });
}
