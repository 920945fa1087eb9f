import { mediaUpload, type MediaUpload } from '#contract/media';

import { offline, readAnswer } from './client';

type UploadOptions = {
  /** The share of the bytes that have left, 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/**
 * Sends one file to Outboard. By XMLHttpRequest, since fetch tells no progress of what it sends.
 * @throws ApiError with words for a person; the signal's own reason when it was given up.
 */
export function uploadFile(file: File, { onProgress, signal }: UploadOptions): Promise<MediaUpload> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file, file.name);
    call.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    call.addEventListener('load', () => {
      try {
        resolve(readAnswer(mediaUpload, call.status, call.responseText));
      } catch (error) {
        reject(error);
      }
    });
    call.addEventListener('error', () => reject(offline()));
    const giveUp = () => {
      call.abort();
      reject(signal.reason);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    call.open('POST', '/api/media');
    call.setRequestHeader('accept', 'application/json');
    if (signal.aborted) reject(signal.reason as Error);
    else call.send(body);
  });
}
