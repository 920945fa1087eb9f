import { FolderOpen, Link } from 'lucide-react';
import { useRef } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import type { UseFormSetValue } from 'react-hook-form';

import type { VendorRules } from '#contract/vendors';

import { useMovingUploads } from '../../../tasks/uploads/use-uploads';
import { Button } from '../../../ui/button';
import { FieldGroup } from '../../../ui/field';
import { MediaComplaints } from '../media/media-complaints';
import { fileWords, megabytes } from '../media/select-files';
import { useAttachFiles } from '../media/use-attach-files';
import { useIncomingFiles } from '../media/use-incoming-files';
import { useUnreachable } from '../media/use-unreachable';
import type { TaskFormValues } from '../values/form-values';
import { useFieldError } from './field-error';
import type { TaskFormControl } from './field-error';
import { MediaRow } from './media-row';

type Props = {
  control: TaskFormControl;
  setValue: UseFormSetValue<TaskFormValues>;
  rules: NonNullable<VendorRules['media']>;
};

/** Images and videos in the order in which they are sent: files dropped, pasted or chosen, and public links. */
export function MediaField({ control, setValue, rules }: Props) {
  const { fields, append, remove, move } = useFieldArray({ control, name: 'media' });
  const urls = useWatch({ control, name: 'media' }).map(({ url }) => url);
  const moving = useMovingUploads(urls);
  const error = useFieldError(control, 'media');
  const unreachable = useUnreachable(control);
  const chooser = useRef<HTMLInputElement>(null);
  const { attach, complaints, clear } = useAttachFiles({
    rules,
    unreachable,
    taken: fields.length,
    // Files come by a paste into the message too, which is being typed.
    append: (items) => append(items, { shouldFocus: false }),
  });
  const dragging = useIncomingFiles(attach);
  const full = fields.length >= rules.maxFiles;
  const size = megabytes(rules.maxBytes);
  return (
    <FieldGroup
      label="Images and videos"
      required={false}
      error={error}
      hint={
        unreachable === null
          ? `${fileWords(rules, 'disjunction')}, each at most ${size}: drop or paste files, choose them, or give public https links.`
          : `${unreachable} Each file at most ${size}.`
      }
    >
      {fields.length > 0 && (
        <ol className="flex flex-col gap-2">
          {fields.map((row, index) => (
            <MediaRow
              key={row.id}
              control={control}
              setValue={setValue}
              index={index}
              last={index === fields.length - 1}
              onRemove={() => remove(index)}
              onMove={(to) => move(index, to)}
            />
          ))}
        </ol>
      )}
      <div
        className={`flex flex-wrap items-center gap-3 rounded-control ${dragging && unreachable === null ? 'outline-2 outline-offset-4 outline-accent outline-dashed' : ''}`}
      >
        {unreachable === null && (
          <Button size="small" disabled={full} onClick={() => chooser.current?.click()}>
            <FolderOpen size={16} aria-hidden />
            {dragging ? 'Drop them anywhere' : 'Choose files'}
          </Button>
        )}
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          tabIndex={-1}
          aria-label="Files to attach"
          accept={[...rules.images, ...rules.videos].join(',')}
          onChange={({ target }) => {
            attach([...(target.files ?? [])]);
            // The same file can be chosen again after it was removed.
            target.value = '';
          }}
        />
        <Button size="small" disabled={full} onClick={() => append({ kind: 'image', url: '' })}>
          <Link size={16} aria-hidden />
          Add a link
        </Button>
        <span className="text-meta text-muted tabular">
          {fields.length} of {rules.maxFiles}
        </span>
        {moving > 0 && (
          <span role="status" className="text-meta text-muted">
            {moving === 1 ? '1 file is' : `${moving} files are`} on the way; the task is sent after that.
          </span>
        )}
      </div>
      <MediaComplaints complaints={complaints} onClear={clear} />
    </FieldGroup>
  );
}
