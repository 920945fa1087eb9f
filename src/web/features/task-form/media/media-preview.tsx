import { FileVideo, Image } from 'lucide-react';

import type { MediaItem } from '#contract/task';

type Props = {
  kind: MediaItem['kind'];
  /** Where Outboard serves it once it has arrived. */
  url: string;
  /** The file itself while it is at hand. */
  file: File | undefined;
};

const frame = 'size-11 shrink-0 rounded-control border border-edge bg-hover object-cover';

/** A small picture of an image; a sign for a video. */
export function MediaPreview({ kind, url, file }: Props) {
  if (kind === 'video') return <Sign icon={<FileVideo size={20} aria-hidden />} />;
  if (file !== undefined) return <FileImage file={file} />;
  if (!url.startsWith('/')) return <Sign icon={<Image size={20} aria-hidden />} />;
  return <img src={url} alt="" className={frame} />;
}

/** Its object URL lives as long as the picture does. */
function FileImage({ file }: { file: File }) {
  const show = (image: HTMLImageElement | null) => {
    if (image === null) return undefined;
    const url = URL.createObjectURL(file);
    image.src = url;
    return () => URL.revokeObjectURL(url);
  };
  return <img ref={show} alt="" className={frame} />;
}

function Sign({ icon }: { icon: React.ReactNode }) {
  return <span className={`flex items-center justify-center text-muted ${frame}`}>{icon}</span>;
}
