import { uploadToken } from '#contract/media';
import type { MediaItem } from '#contract/task';

import { VendorError } from '../vendors/port';

/** The same fields with absolute links in place of Outboard's own uploads; `base` is null where the vendor cannot reach us. */
export function withPublicLinks<F extends { media?: readonly MediaItem[] | undefined }>(
  fields: F,
  base: string | null,
): F {
  if (fields.media === undefined) return fields;
  const media = fields.media.map((item) => {
    if (uploadToken(item.url) === null) return item;
    if (base === null) throw unreachable();
    return { ...item, url: `${base}${item.url}` };
  });
  return { ...fields, media };
}

function unreachable(): VendorError {
  const message =
    'The vendor cannot fetch files from this computer. Give public links instead, or set PUBLIC_URL.';
  return new VendorError(
    { kind: 'refused', message, fields: [{ path: 'media', message }] },
    { effect: 'none' },
  );
}
