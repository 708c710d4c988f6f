import { useHotkeys } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useMay } from '#/api/me';
import { DropAnywhere } from '#/features/sources/DropAnywhere';
import { UploadContext, type UploadTarget } from '#/features/sources/upload-context';

const UploadDialog = lazy(async () => ({
  default: (await import('#/features/sources/upload/UploadDialog')).UploadDialog,
}));

/** One upload dialog for the whole app, opened from wherever data is asked for, or by dropping a file on any page. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<UploadTarget | null>(null);
  const allowed = useMay('upload_files');
  const upload = useMemo(
    () => ({ allowed, open: (next: UploadTarget = {}) => allowed && setTarget((now) => now ?? next) }),
    [allowed],
  );
  useHotkeys([['U', () => upload.open()]]);

  return (
    <UploadContext value={upload}>
      {children}
      {allowed && target === null && <DropAnywhere onFile={(file) => upload.open({ file })} />}
      {target !== null && (
        <Suspense>
          <UploadDialog target={target} onClose={() => setTarget(null)} />
        </Suspense>
      )}
    </UploadContext>
  );
}
