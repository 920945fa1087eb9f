import { RotateCcw } from 'lucide-react';
import { useEffect, useEffectEvent, useId } from 'react';
import { useController } from 'react-hook-form';

import { pendingPrefix } from '#contract/media';

import type { Upload } from '../../../tasks/uploads/upload-queue';
import { useKeepUploadName, useUploadName } from '../../../tasks/uploads/use-upload-name';
import { uploads, useUpload } from '../../../tasks/uploads/use-uploads';
import { Button } from '../../../ui/button';
import { announce } from '../../../ui/live-region';
import type { MediaRowProps } from '../fields/media-row-props';
import { MediaPreview } from './media-preview';
import { RowButtons } from './row-buttons';
import { RowError } from './row-error';
import { megabytes } from './select-files';

/** A file of the rep's own: on its way, arrived, or failed. */
export function UploadRow({
  url,
  control,
  setValue,
  index,
  onRemove,
  ...buttons
}: MediaRowProps & { url: string }) {
  const id = useId();
  const upload = useUpload(url);
  const keptName = useUploadName(url);
  const keepName = useKeepUploadName();
  const {
    field: { ref: focusRef },
    fieldState,
  } = useController({ control, name: `media.${index}.url` });
  const { value: kind } = useController({ control, name: `media.${index}.kind` }).field;
  const result = upload?.result ?? null;

  const keep = useEffectEvent(keepName);
  useEffect(() => {
    if (result === null) return;
    keep(result);
    setValue(`media.${index}.kind`, result.kind, { shouldDirty: true });
    setValue(`media.${index}.url`, result.url, { shouldDirty: true, shouldValidate: true });
    uploads.forget(url);
    announce(`${result.name} is uploaded`);
  }, [result, url, index, setValue]);

  const remove = () => {
    uploads.forget(url);
    onRemove();
  };
  const name = upload?.file.name ?? keptName ?? 'File';
  const moving = upload !== undefined && upload.state !== 'failed';
  const serverError = fieldState.error?.type === 'server' ? fieldState.error.message : undefined;
  const complaint = upload?.complaint ?? lostWords(url, upload) ?? serverError;
  return (
    <li className="flex flex-col gap-1" aria-label={`File ${index + 1}, ${name}`}>
      <div className="flex items-center gap-1">
        <MediaPreview kind={kind} url={url} file={upload?.file} />
        <div className="flex min-w-0 grow flex-col px-1.5">
          <span className="truncate" dir="auto" title={name}>
            {name}
          </span>
          <span className="text-meta text-muted tabular">{stateWords(url, upload)}</span>
          {moving && <Progress upload={upload} name={name} />}
        </div>
        {upload?.state === 'failed' && (
          <Button size="small" onClick={() => uploads.retry(url)}>
            <RotateCcw size={14} aria-hidden />
            Try again
          </Button>
        )}
        <RowButtons
          file={`file ${index + 1}`}
          index={index}
          onRemove={remove}
          {...buttons}
          // The form brings the focus here when the server has something to say about the file.
          removeRef={focusRef}
          describedBy={complaint === undefined ? undefined : id}
        />
      </div>
      <RowError id={id} words={complaint} />
    </li>
  );
}

function Progress({ upload: { share, state }, name }: { upload: Upload; name: string }) {
  return (
    <progress
      aria-label={`Upload of ${name}`}
      className="h-1 w-full accent-accent"
      max={1}
      {...(state === 'waiting' ? {} : { value: share })}
    />
  );
}

function stateWords(url: string, upload: Upload | undefined): string {
  if (upload === undefined) return url.startsWith(pendingPrefix) ? 'Not uploaded' : 'Uploaded';
  const size = megabytes(upload.file.size);
  switch (upload.state) {
    case 'waiting':
      return `${size}, waiting for its turn`;
    case 'running':
      return `${size}, ${Math.floor(upload.share * 100)} %`;
    case 'failed':
      return `${size}, not uploaded`;
    case 'done':
      return size;
  }
}

/** The page was loaded anew while the file was on its way, so that it is no longer at hand. */
function lostWords(url: string, upload: Upload | undefined): string | undefined {
  if (upload !== undefined || !url.startsWith(pendingPrefix)) return undefined;
  return 'This file did not arrive before the page was closed. Remove it and choose it again.';
}
