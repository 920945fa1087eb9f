import { useSyncExternalStore } from 'react';

import { uploadFile } from '../../api/upload';
import { type Upload, UploadQueue } from './upload-queue';

/** The page's one queue of uploads. */
export const uploads = new UploadQueue(uploadFile);

/** The upload that stands behind an address for now; undefined once it is let go, or after a reload. */
export function useUpload(url: string): Upload | undefined {
  return useSyncExternalStore(uploads.subscribe, () => uploads.get(url));
}

/** How many of these addresses stand for files that are still on their way. */
export function useMovingUploads(urls: readonly string[]): number {
  const count = () => urls.filter((url) => uploads.isMoving(url)).length;
  return useSyncExternalStore(uploads.subscribe, count);
}
