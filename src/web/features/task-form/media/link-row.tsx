import { useId } from 'react';
import { useController, useFormState } from 'react-hook-form';

import { Input } from '../../../ui/input';
import { Select } from '../../../ui/select';
import { mediaKind } from '../fields/media-kind';
import type { MediaRowProps } from '../fields/media-row-props';
import { RowButtons } from './row-buttons';
import { RowError } from './row-error';

/** A link to an image or a video elsewhere. */
export function LinkRow({ control, setValue, index, ...buttons }: MediaRowProps) {
  const id = useId();
  const {
    field: { ref: urlRef, ...url },
    fieldState: { isTouched, error: complaint },
  } = useController({ control, name: `media.${index}.url` });
  const {
    field: { ref: kindRef, ...kind },
  } = useController({ control, name: `media.${index}.kind` });
  const { isSubmitted } = useFormState({ control });
  // The list is checked as soon as a row is added; an empty row is no mistake before the rep leaves it.
  const told = isTouched || isSubmitted || complaint?.type === 'server';
  const error = told ? complaint?.message : undefined;
  const name = `Link ${index + 1}`;
  const file = `file ${index + 1}`;
  const change = (typed: string) => {
    url.onChange(typed);
    const kindTold = mediaKind(typed.trim());
    if (kindTold !== null) setValue(`media.${index}.kind`, kindTold);
  };
  return (
    <li className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-1">
        <Input
          ref={urlRef}
          type="url"
          dir="ltr"
          inputMode="url"
          aria-label={name}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : id}
          placeholder="https://…"
          value={url.value}
          onChange={(event) => change(event.target.value)}
          onBlur={url.onBlur}
          className="min-w-0 grow basis-full sm:basis-0"
        />
        <Select
          ref={kindRef}
          aria-label={`Kind of ${file}`}
          value={kind.value}
          onChange={kind.onChange}
          onBlur={kind.onBlur}
          className="mr-auto !w-24 shrink-0 sm:mr-0"
        >
          <option value="image">Image</option>
          <option value="video">Video</option>
        </Select>
        <RowButtons file={file} index={index} {...buttons} />
      </div>
      <RowError id={id} words={error} />
    </li>
  );
}
