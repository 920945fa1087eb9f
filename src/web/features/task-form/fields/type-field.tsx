import { useId } from 'react';
import { useController } from 'react-hook-form';

import type { VendorTaskType } from '#contract/vendors';

import { Field } from '../../../ui/field';
import { Input } from '../../../ui/input';
import { useFieldError } from './field-error';
import type { TaskFormControl } from './field-error';

type Props = { control: TaskFormControl; types: readonly VendorTaskType[]; required: boolean };

/** The type where any word will do; the words that have a channel are suggested. */
export function TypeField({ control, types, required }: Props) {
  const list = useId();
  const { field } = useController({ control, name: 'type' });
  const error = useFieldError(control, 'type');
  return (
    <Field label="Type" error={error} required={required}>
      {(described) => (
        <>
          <Input {...described} {...field} list={list} autoComplete="off" placeholder="call, email, demo…" />
          <datalist id={list}>
            {types.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
