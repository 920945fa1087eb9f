import { Plus } from 'lucide-react';
import { useFieldArray } from 'react-hook-form';
import type { UseFormSetValue } from 'react-hook-form';

import type { VendorRules } from '#contract/vendors';

import { Button } from '../../../ui/button';
import { FieldGroup } from '../../../ui/field';
import type { TaskFormValues } from '../values/form-values';
import { useFieldError } from './field-error';
import type { TaskFormControl } from './field-error';
import { MediaRow } from './media-row';

type Props = {
  control: TaskFormControl;
  setValue: UseFormSetValue<TaskFormValues>;
  rules: NonNullable<VendorRules['media']>;
};

/** Links to images and videos, in the order in which they are sent. */
export function MediaField({ control, setValue, rules }: Props) {
  const { fields, append, remove, move } = useFieldArray({ control, name: 'media' });
  const error = useFieldError(control, 'media');
  return (
    <FieldGroup
      label="Images and videos"
      required={false}
      error={error}
      hint={`Public https links to ${fileWords(rules)}, each at most ${rules.maxBytes / 1024 / 1024} MB.`}
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
      <div className="flex items-center gap-3">
        <Button
          size="small"
          disabled={fields.length >= rules.maxFiles}
          onClick={() => append({ kind: 'image', url: '' })}
        >
          <Plus size={16} aria-hidden />
          Add a link
        </Button>
        <span className="text-meta text-muted tabular">
          {fields.length} of {rules.maxFiles}
        </span>
      </div>
    </FieldGroup>
  );
}

function fileWords({ images, videos }: NonNullable<VendorRules['media']>): string {
  const endings = [...images, ...videos].map((type) => type.split('/')[1] ?? type);
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(endings);
}
