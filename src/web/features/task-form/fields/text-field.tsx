import { useController } from 'react-hook-form';

import { Field } from '../../../ui/field';
import { Input, Textarea } from '../../../ui/input';
import { useFieldError } from './field-error';
import type { TaskFormControl } from './field-error';

type Props = {
  control: TaskFormControl;
  name: 'title' | 'text';
  label: string;
  placeholder: string;
  hint?: string | undefined;
  /** Whether it must be filled in; what is not said is not marked. */
  required?: boolean | undefined;
  multiline?: boolean;
  startsHere?: boolean;
};

export function TextField({
  control,
  name,
  label,
  placeholder,
  hint,
  required,
  multiline = false,
  startsHere = false,
}: Props) {
  const { field } = useController({ control, name });
  const error = useFieldError(control, name);
  return (
    <Field label={label} error={error} hint={hint} required={required}>
      {(described) => {
        const shared = { ...described, ...field, placeholder, 'data-autofocus': startsHere || undefined };
        return multiline ? <Textarea {...shared} /> : <Input {...shared} autoComplete="off" />;
      }}
    </Field>
  );
}
