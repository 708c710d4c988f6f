import type { DataSource } from '#/api/types';

export function rowsOf({ tables }: Pick<DataSource, 'tables'>): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

export const FORMAT_NAMES: Record<DataSource['format'], string> = {
  csv: 'CSV',
  tsv: 'TSV',
  json: 'JSON',
  jsonl: 'JSON lines',
  xlsx: 'Excel',
  parquet: 'Parquet',
};
