import { useController } from 'react-hook-form';

import { Field } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { useFieldError } from './field-error';
import type { TaskFormControl } from './field-error';

type Choice = { value: string; label: string };

type Props = {
  control: TaskFormControl;
  name: 'connectionId' | 'type' | 'priority' | 'assigneeId';
  label: string;
  choices: readonly Choice[];
  /** Stands in the select while nothing is chosen. */
  placeholder: string;
  hint?: string | undefined;
  disabled?: boolean;
  required?: boolean;
  startsHere?: boolean;
  /** What choosing nobody and nothing is called, where that is a choice. */
  none?: string | undefined;
  /** Takes the choice instead of the form, to ask first or to change other fields with it. */
  onChoose?: (value: string) => void;
};

/** One of the form's selects; a value that is not among the choices shows as not chosen. */
export function ChoiceField({
  control,
  name,
  label,
  choices,
  placeholder,
  hint,
  disabled = false,
  required = false,
  startsHere = false,
  none,
  onChoose,
}: Props) {
  const { field } = useController({ control, name });
  const error = useFieldError(control, name);
  const chosen = choices.some(({ value }) => value === field.value) ? field.value : '';
  return (
    <Field label={label} error={error} hint={hint} required={required || undefined}>
      {(described) => (
        <Select
          {...described}
          ref={field.ref}
          value={chosen}
          disabled={disabled}
          data-autofocus={startsHere || undefined}
          onBlur={field.onBlur}
          onChange={({ target }) => (onChoose ?? field.onChange)(target.value)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {none === undefined && chosen === '' && (
            <option value="" disabled>
              {placeholder}
            </option>
          )}
          {choices.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
