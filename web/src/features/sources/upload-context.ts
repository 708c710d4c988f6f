import { createContext, useContext } from 'react';

/** What an upload is for: a new source, or new content of an existing one. */
export interface UploadTarget {
  file?: File;
  replaces?: { id: string; name: string };
}

interface Upload {
  /** Whether one may upload at all. */
  allowed: boolean;
  open: (target?: UploadTarget) => void;
}

export const UploadContext = createContext<Upload>({ allowed: true, open: () => undefined });

export function useUpload(): Upload {
  return useContext(UploadContext);
}
