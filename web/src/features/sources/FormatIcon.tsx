import { IconBraces, IconFileSpreadsheet, IconFileTypeCsv, IconTable } from '@tabler/icons-react';
import type { DataSource } from '#/api/types';

const ICONS: Record<DataSource['format'], typeof IconTable> = {
  csv: IconFileTypeCsv,
  tsv: IconFileTypeCsv,
  json: IconBraces,
  jsonl: IconBraces,
  xlsx: IconFileSpreadsheet,
  parquet: IconTable,
};

export function FormatIcon({ format }: { format: DataSource['format'] }) {
  const Icon = ICONS[format];
  return <Icon size={18} stroke={1.6} aria-hidden />;
}
