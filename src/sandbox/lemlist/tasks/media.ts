import { z } from 'zod';

import { assumed } from '../assumptions';
import { allowedUrl, NotPublic } from '../files/address-rule';
import { FetchFailure, fetchFile } from '../files/fetch-file';
import { fileType } from '../files/file-type';
import { LemlistRefusal } from '../refusal';
import { read, text } from '../request';
import type { KeptFile, TaskType } from '../tables';

/** Media of a task, as URLs. Public HTTPS, together at most six (sources/lemlist-create-task.txt). */
export type Media = { images: string[]; videos: string[] };

export const mediaUrls = z.array(text.max(2000));
const MOST_ITEMS = 6;
const MOST_BYTES = 20 * 1024 * 1024;
const types = {
  images: ['image/png', 'image/jpeg', 'image/gif'],
  videos: ['video/mp4', 'video/quicktime'],
};
const kinds = ['images', 'videos'] as const;

/** Media of a new task: read for type linkedin, ignored for the others whatever it is. */
export function readNewMedia(type: string, input: { images?: unknown; videos?: unknown }): Media {
  if (type !== 'linkedin') return { images: [], videos: [] };
  return read(input, z.object({ images: mediaUrls.default([]), videos: mediaUrls.default([]) }));
}

/** Refuses media for a task that is not a LinkedIn task. */
export function checkTakesMedia(type: TaskType): void {
  if ((assumed.linkedinTypes as readonly string[]).includes(type)) return;
  throw mediaRefusal('invalidType', 'Images and videos are only allowed on LinkedIn tasks');
}

export function checkCount({ images, videos }: Media): void {
  if (images.length + videos.length > MOST_ITEMS) {
    throw mediaRefusal('tooMany', `At most ${MOST_ITEMS} images and videos are allowed on a task`);
  }
}

/** Downloads the files behind the links, one after the other, and answers what is re-hosted of them. Refuses the first bad one. */
export async function fetchMedia(
  media: Partial<Media>,
  ownOrigin: string | null,
  timeoutMs: number = assumed.downloadTimeout,
): Promise<KeptFile[]> {
  const wanted = kinds.flatMap((kind) =>
    (media[kind] ?? []).map((url, position) => ({ kind, url, position })),
  );
  for (const { kind, url } of wanted) checkForm(kind, url, ownOrigin);
  const kept: KeptFile[] = [];
  for (const one of wanted) kept.push(await fetchOne(one, ownOrigin, timeoutMs));
  return kept;
}

type Wanted = Pick<KeptFile, 'kind' | 'url' | 'position'>;

async function fetchOne(wanted: Wanted, ownOrigin: string | null, timeoutMs: number): Promise<KeptFile> {
  const { kind, url } = wanted;
  const file = await fetchFile(url, { ownOrigin, timeoutMs, maxBytes: MOST_BYTES }).catch(
    (error: unknown) => {
      throw error instanceof FetchFailure ? refusalOf(kind, error) : error;
    },
  );
  const type = fileType(file.head);
  if (type === undefined || !types[kind].includes(type)) {
    throw mediaRefusal('unsupportedType', `A file in ${kind} is not of an allowed type`);
  }
  const { name, size, sha256 } = file;
  return { ...wanted, name, size, type, sha256 };
}

function checkForm(kind: keyof Media, url: string, ownOrigin: string | null): void {
  try {
    allowedUrl(url, ownOrigin);
  } catch (error) {
    if (!(error instanceof NotPublic)) throw error;
    throw mediaRefusal('invalidUrl', `${kind} must be public HTTPS URLs`);
  }
}

function refusalOf(kind: keyof Media, { reason, message }: FetchFailure): LemlistRefusal {
  switch (reason) {
    case 'address':
      return mediaRefusal('invalidUrl', `${kind} must be public HTTPS URLs`);
    case 'size':
      return mediaRefusal('tooLarge', `A file in ${kind} is larger than 20 MB`);
    case 'time':
      return mediaRefusal('timeout', `A file in ${kind} took too long to download`);
    case 'download':
      return mediaRefusal('downloadFailed', `A file in ${kind} could not be fetched: it ${message}`);
  }
}

function mediaRefusal(code: keyof typeof assumed.mediaCodes, message: string): LemlistRefusal {
  return new LemlistRefusal(400, { error: assumed.mediaCodes[code], message });
}
