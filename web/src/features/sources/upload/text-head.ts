import type { UploadOptions } from '#/api/types';

export type Delimiter = NonNullable<UploadOptions['delimiter']>;
export type Encoding = NonNullable<UploadOptions['encoding']>;

export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
export const DELIMITER_NAMES: Record<Delimiter, string> = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Pipe' };
export const ENCODING_NAMES: Record<Encoding, string> = { 'utf-8': 'UTF-8', 'latin-1': 'Latin-1' };

const HEAD_BYTES = 64 * 1024;

export type Shape = 'delimited' | 'json' | 'binary';

/** What can be shown of a file before it is sent, judged by its name. */
export function shapeOf(fileName: string): Shape {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  if (['csv', 'tsv', 'txt', 'tab', 'psv'].includes(extension)) return 'delimited';
  return ['json', 'jsonl', 'ndjson'].includes(extension) ? 'json' : 'binary';
}

export async function readHead(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
}

/** UTF-8 unless the bytes can't be; a character cut off by the end of the head does not count. */
export function sniffEncoding(head: Uint8Array): Encoding {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'latin-1';
  }
}

export function decode(head: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding === 'latin-1' ? 'iso-8859-1' : 'utf-8').decode(head, { stream: true });
}

/** The delimiter that cuts the first lines into the most columns of equal number. */
export function sniffDelimiter(text: string): Delimiter {
  let best: Delimiter = ',';
  let most = 1;
  for (const delimiter of DELIMITERS) {
    const [first, ...others] = parseDelimited(text, delimiter, 12);
    const columns = first?.length ?? 0;
    if (columns > most && others.every((row) => row.length === columns)) {
      most = columns;
      best = delimiter;
    }
  }
  return best;
}

/** The first rows of delimited text (RFC 4180: quotes may hold delimiters, newlines and doubled quotes). */
export function parseDelimited(text: string, delimiter: Delimiter, maxRows: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;

  const endRow = () => {
    row.push(cell);
    if (row.length > 1 || cell !== '') rows.push(row);
    row = [];
    cell = '';
  };

  for (let at = 0; at < text.length && rows.length < maxRows; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === delimiter) {
      row.push(cell);
      cell = '';
    } else if (character === '\n' || character === '\r') endRow();
    else cell += character;
  }
  // What stands after the last newline is whole only when the head is the whole file; it is shown all the same.
  if (rows.length < maxRows && (row.length > 0 || cell !== '')) endRow();
  return rows;
}

/** Names are distinct and none of them is a number. */
export function looksLikeHeader([first]: readonly string[][]): boolean {
  if (first === undefined) return true;
  const names = first.map((name) => name.trim());
  return new Set(names).size === names.length && names.every((name) => name !== '' && Number.isNaN(Number(name)));
}
