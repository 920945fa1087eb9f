import { get, useFormState } from 'react-hook-form';
import type { Control, FieldPath } from 'react-hook-form';

import type { Saving } from '../values/form-schema';
import type { TaskFormValues } from '../values/form-values';

export type TaskFormControl = Control<TaskFormValues, unknown, Saving>;

/** What is wrong with a field, if anything; for a list of fields what is wrong with the list as a whole. */
export function useFieldError(control: TaskFormControl, name: FieldPath<TaskFormValues>): string | undefined {
  const { errors } = useFormState({ control, name, exact: false });
  const error: unknown = get(errors, name);
  return messageOf(error) ?? messageOf(get(errors, `${name}.root`));
}

function messageOf(error: unknown): string | undefined {
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' && message !== '' ? message : undefined;
}
