import { ExternalLink, FileVideo, Image } from 'lucide-react';

import { uploadToken } from '#contract/media';
import type { MediaItem, Task } from '#contract/task';

import { webAddress } from '../../../tasks/reach/web-address';
import { useUploadName } from '../../../tasks/uploads/use-upload-name';
import { PanelSection } from './panel-section';

/** The attached images and videos as links; they are fetched from elsewhere only when the rep opens one. */
export function MediaLinks({ task: { media } }: { task: Task }) {
  if (media.length === 0) return null;
  return (
    <PanelSection title={`Images and videos (${media.length})`}>
      <ol className="flex flex-col">
        {media.map((item, index) => (
          // The same link may be attached twice.
          // oxlint-disable-next-line react/no-array-index-key
          <MediaLink key={`${index} ${item.url}`} item={item} />
        ))}
      </ol>
    </PanelSection>
  );
}

function MediaLink({ item: { kind, url } }: { item: MediaItem }) {
  const Icon = kind === 'image' ? Image : FileVideo;
  const uploadName = useUploadName(url);
  const address = uploadToken(url) === null ? webAddress(url) : url;
  return (
    <li className="flex min-h-8 items-center gap-2.5">
      <Icon size={16} className="shrink-0 text-muted" aria-label={kind === 'image' ? 'Image' : 'Video'} />
      {address === null ? (
        <span className="truncate">{url}</span>
      ) : (
        <a
          href={address}
          target="_blank"
          rel="noreferrer"
          data-tip={uploadName ?? url}
          className="flex min-h-6 min-w-0 items-center gap-1.5 rounded-control text-accent-text hover:underline"
        >
          <span className="truncate" dir={uploadName === undefined ? 'ltr' : 'auto'}>
            {uploadName === undefined ? fileName(address) : `${uploadName} · uploaded`}
          </span>
          <ExternalLink size={13} className="shrink-0" aria-label="opens in a new tab" />
        </a>
      )}
    </li>
  );
}

function fileName(address: string): string {
  const { pathname, host } = new URL(address, location.origin);
  const last = pathname.split('/').findLast((part) => part !== '');
  return last === undefined ? host : `${decoded(last)} · ${host}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
