import type { UploadType } from '#contract/media';

const endings: Record<UploadType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
};

/** The name as it was given, without what no name should hold, at most 200 characters. */
export function cleanName(given: string): string {
  const name = given
    .split(/[\\/]/)
    .at(-1)
    // oxlint-disable-next-line no-control-regex -- these are what is taken out
    ?.replace(/[\u0000-\u001F\u007F]/g, '')
    .trim();
  return name?.slice(0, 200).replace(/\p{Surrogate}/gu, '') || 'file';
}

/** The last part of an upload's address: plain letters and the ending that fits the true type. */
export function addressName(name: string, type: UploadType): string {
  const stem = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${stem || 'file'}.${endings[type]}`;
}
