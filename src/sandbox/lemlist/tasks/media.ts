import { BlockList, isIP } from 'node:net';
import { extname } from 'node:path';

import { z } from 'zod';

import { assumed } from '../assumptions';
import { LemlistRefusal } from '../refusal';
import { read, text } from '../request';
import type { TaskType } from '../tables';

/** Media of a task, as URLs. Public HTTPS, together at most six (sources/lemlist-create-task.txt). */
export type Media = { images: string[]; videos: string[] };

export const mediaUrls = z.array(text.max(2000));
const MOST_ITEMS = 6;
const extensions = {
  images: ['.png', '.jpg', '.jpeg', '.gif'],
  videos: ['.mp4', '.mov', '.qt'],
};

const privateAddresses = new BlockList();
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
] as const)
  privateAddresses.addSubnet(address, bits);
for (const [address, bits] of [
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  privateAddresses.addSubnet(address, bits);

/** Media of a new task: read and checked for type linkedin, ignored for the others whatever it is. */
export function readNewMedia(
  type: string,
  input: { images?: unknown; videos?: unknown },
  ownOrigin: string,
): Media {
  if (type !== 'linkedin') return { images: [], videos: [] };
  const media = read(input, z.object({ images: mediaUrls.default([]), videos: mediaUrls.default([]) }));
  checkMedia(media, ownOrigin);
  return media;
}

/** Refuses media for a task that is not a LinkedIn task. */
export function checkTakesMedia(type: TaskType): void {
  if ((assumed.linkedinTypes as readonly string[]).includes(type)) return;
  throw mediaRefusal('invalidType', 'Images and videos are only allowed on LinkedIn tasks');
}

/** Judges number, form and kind. A URL of the sandbox's own server may be plain HTTP, so that it can be tried on one machine. */
export function checkMedia(media: Media, ownOrigin: string): void {
  if (media.images.length + media.videos.length > MOST_ITEMS) {
    throw mediaRefusal('tooMany', `At most ${MOST_ITEMS} images and videos are allowed on a task`);
  }
  for (const kind of ['images', 'videos'] as const) {
    for (const url of media[kind]) checkUrl(url, kind, ownOrigin);
  }
}

function checkUrl(text: string, kind: keyof Media, ownOrigin: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !(isOwn(url, ownOrigin) || isPublicHttps(url))) {
    throw mediaRefusal('invalidUrl', `${kind} must be public HTTPS URLs`);
  }
  const extension = extname(url.pathname).toLowerCase();
  if (extension !== '' && !extensions[kind].includes(extension)) {
    throw mediaRefusal('unsupportedType', `${extension} is not an allowed type in ${kind}`);
  }
}

function isOwn(url: URL, ownOrigin: string): boolean {
  return url.origin === ownOrigin && ['127.0.0.1', 'localhost'].includes(url.hostname);
}

function isPublicHttps({ protocol, hostname }: URL): boolean {
  if (protocol !== 'https:' || hostname.startsWith('[')) return false;
  if (isIP(hostname) === 4) return !privateAddresses.check(hostname);
  return hostname.includes('.') && !/\.(local|localhost|internal)$/.test(hostname);
}

function mediaRefusal(code: keyof typeof assumed.mediaCodes, message: string): LemlistRefusal {
  return new LemlistRefusal(400, { error: assumed.mediaCodes[code], message });
}
