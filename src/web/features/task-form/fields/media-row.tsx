import { ArrowDown, ArrowUp, CircleAlert, X } from 'lucide-react';
import { useId } from 'react';
import { useController, useFormState } from 'react-hook-form';
import type { UseFormSetValue } from 'react-hook-form';

import { IconButton } from '../../../ui/button';
import { Input } from '../../../ui/input';
import { Select } from '../../../ui/select';
import type { TaskFormValues } from '../values/form-values';
import type { TaskFormControl } from './field-error';
import { mediaKind } from './media-kind';

type Props = {
  control: TaskFormControl;
  setValue: UseFormSetValue<TaskFormValues>;
  index: number;
  last: boolean;
  onRemove: () => void;
  onMove: (to: number) => void;
};

export function MediaRow({ control, setValue, index, last, onRemove, onMove }: Props) {
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
        <IconButton
          label={`Move ${file} up`}
          icon={<ArrowUp size={16} />}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        />
        <IconButton
          label={`Move ${file} down`}
          icon={<ArrowDown size={16} />}
          disabled={last}
          onClick={() => onMove(index + 1)}
        />
        <IconButton label={`Remove ${file}`} icon={<X size={16} />} onClick={onRemove} />
      </div>
      {error !== undefined && (
        <p id={id} role="alert" className="flex gap-1.5 text-meta text-danger">
          <CircleAlert size={14} aria-hidden className="mt-[3px] shrink-0" />
          {error}
        </p>
      )}
    </li>
  );
}
