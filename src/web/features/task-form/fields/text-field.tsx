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
  multiline?: boolean;
  optional?: boolean;
  startsHere?: boolean;
};

export function TextField({
  control,
  name,
  label,
  placeholder,
  multiline = false,
  optional = false,
  startsHere = false,
}: Props) {
  const { field } = useController({ control, name });
  const error = useFieldError(control, name);
  return (
    <Field label={label} error={error} required={optional ? false : undefined}>
      {(described) => {
        const shared = { ...described, ...field, placeholder, 'data-autofocus': startsHere || undefined };
        return multiline ? <Textarea {...shared} /> : <Input {...shared} autoComplete="off" />;
      }}
    </Field>
  );
}
