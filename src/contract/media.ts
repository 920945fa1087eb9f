import * as z from 'zod/mini';

/** What Outboard takes as an upload: what the vendors with media take, none of them more. Types are told by the bytes. */
export const uploadRules = {
  maxBytes: 20 * 1024 * 1024,
  images: ['image/png', 'image/jpeg', 'image/gif'],
  videos: ['video/mp4', 'video/quicktime'],
} as const;

export type UploadType = (typeof uploadRules)['images' | 'videos'][number];

const mediaKind = z.enum(['image', 'video']);

/** The answer to `POST /api/media`; `url` is what a task's media carries, `size` is in bytes. */
export const mediaUpload = z.object({
  id: z.uuid(),
  kind: mediaKind,
  url: z.string(),
  name: z.string(),
  size: z.int(),
  type: z.enum([...uploadRules.images, ...uploadRules.videos]),
});
export type MediaUpload = z.infer<typeof mediaUpload>;

/** The answer to `GET /api/media/:token`: an upload as it was given. */
export const keptUpload = z.pick(mediaUpload, { name: true, size: true, type: true });

const uploadUrl = /^\/media\/([\w-]{32})(?:\/[\w-]{1,60}\.[a-z0-9]{3,4})?$/;

/** The token in the address of an upload (`/media/<token>/<name>`); null for every other address. */
export function uploadToken(url: string): string | null {
  return uploadUrl.exec(url)?.[1] ?? null;
}

/** Stands in a form for the address of a file that is still on its way; no vendor and no server takes it. */
export const pendingPrefix = 'upload:';

const longest = 2000;

/** An upload of Outboard's own, or a public https link. Whether its name leads to a public address is told when it is fetched. */
const mediaUrl = z.string().check(
  z.superRefine((url, { addIssue }) => {
    const message = complaintAbout(url);
    if (message !== null) addIssue({ code: 'custom', message });
  }),
);

function complaintAbout(url: string): string | null {
  if (uploadToken(url) !== null) return null;
  if (url.startsWith(pendingPrefix)) return 'This file is not uploaded yet. Wait for it or remove it.';
  if (url.length > longest) return `Keep the link under ${longest.toLocaleString('en-GB')} characters.`;
  return isPublicHttps(url) ? null : 'Give a public link that starts with https://.';
}

const privateNames = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i;
const privateIpv4 =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;

/** Whether an address begins with https and names a host that can be a public one. */
export function isPublicHttps(address: string): boolean {
  const { protocol, hostname } = URL.canParse(address) ? new URL(address) : { protocol: '', hostname: '' };
  if (protocol !== 'https:' || !hostname.includes('.') || hostname.startsWith('[')) return false;
  return !privateNames.test(hostname) && !privateIpv4.test(hostname);
}

/** One image or video that is sent along with a task. */
export const sentMedia = z.strictObject({ kind: mediaKind, url: mediaUrl });
