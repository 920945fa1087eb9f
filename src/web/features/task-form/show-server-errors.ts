import type { UseFormReturn } from 'react-hook-form';

import type { FieldError } from '#contract/errors';

import { placeErrors } from './values/form-path';
import type { TaskFormValues } from './values/form-values';

type Form = Pick<UseFormReturn<TaskFormValues>, 'setError'>;

/**
 * Puts the server's or the vendor's complaints at the form's fields by the contract's paths and focuses the first.
 * Answers with those that have no field on the screen.
 */
export function showServerErrors(
  { setError }: Form,
  errors: readonly FieldError[],
  shown: (field: keyof TaskFormValues) => boolean,
): string[] {
  const { fields, rest } = placeErrors(errors, shown);
  for (const [index, { path, message }] of fields.entries()) {
    setError(path, { type: 'server', message }, { shouldFocus: index === 0 });
  }
  return rest;
}
