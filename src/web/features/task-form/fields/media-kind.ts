import type { MediaItem } from '#contract/task';

/** What a link leads to by the ending of its path; null when the ending does not tell. */
export function mediaKind(url: string): MediaItem['kind'] | null {
  const ending = /\.([a-z0-9]+)$/i.exec(url.split(/[?#]/)[0] ?? '')?.[1]?.toLowerCase();
  if (ending === undefined) return null;
  if (['png', 'jpg', 'jpeg', 'gif'].includes(ending)) return 'image';
  return ['mp4', 'mov', 'qt'].includes(ending) ? 'video' : null;
}
