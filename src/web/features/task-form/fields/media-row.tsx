import { useWatch } from 'react-hook-form';

import { pendingPrefix, uploadToken } from '#contract/media';

import { LinkRow } from '../media/link-row';
import { UploadRow } from '../media/upload-row';
import type { MediaRowProps } from './media-row-props';

export function MediaRow(props: MediaRowProps) {
  const url = useWatch({ control: props.control, name: `media.${props.index}.url` }) ?? '';
  const isUpload = url.startsWith(pendingPrefix) || uploadToken(url) !== null;
  return isUpload ? <UploadRow url={url} {...props} /> : <LinkRow {...props} />;
}
