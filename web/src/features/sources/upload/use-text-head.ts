import { useEffect, useMemo, useState } from 'react';
import type { UploadOptions } from '#/api/types';
import {
  type Delimiter,
  decode,
  type Encoding,
  looksLikeHeader,
  parseDelimited,
  readHead,
  shapeOf,
  sniffDelimiter,
  sniffEncoding,
} from '#/features/sources/upload/text-head';

const PREVIEW_ROWS = 9;

export interface TextHead {
  text: string;
  rows: string[][];
  header: boolean;
  detected: { delimiter: Delimiter; encoding: Encoding };
}

/** The first rows of a text file, read on this machine, as they look with the options chosen. Null for other files and until it is read. */
export function useTextHead(file: File, options: UploadOptions): TextHead | null {
  const [head, setHead] = useState<Uint8Array | null>(null);

  useEffect(() => {
    let left = false;
    if (shapeOf(file.name) !== 'binary') {
      readHead(file).then(
        (bytes) => !left && setHead(bytes),
        // A file that can't be read here can't be sent either; the upload then says so.
        () => undefined,
      );
    }
    return () => {
      left = true;
    };
  }, [file]);

  return useMemo(() => (head === null ? null : interpret(head, options)), [head, options]);
}

function interpret(head: Uint8Array, options: UploadOptions): TextHead {
  const detectedEncoding = sniffEncoding(head);
  const text = decode(head, options.encoding ?? detectedEncoding);
  const detectedDelimiter = sniffDelimiter(text);
  const rows = parseDelimited(text, options.delimiter ?? detectedDelimiter, PREVIEW_ROWS);
  return {
    text,
    rows,
    header: options.header ?? looksLikeHeader(rows),
    detected: { delimiter: detectedDelimiter, encoding: detectedEncoding },
  };
}
