import type { UploadTarget } from '#/features/sources/upload-context';

export function UploadDialog(_: { target: UploadTarget; onClose: () => void }) {
  return null;
}
