import type { UseFormSetValue } from 'react-hook-form';

import type { TaskFormValues } from '../values/form-values';
import type { TaskFormControl } from './field-error';

/** What every row of the field gets: where it stands, and how it moves. */
export type MediaRowProps = {
  control: TaskFormControl;
  setValue: UseFormSetValue<TaskFormValues>;
  index: number;
  last: boolean;
  onRemove: () => void;
  onMove: (to: number) => void;
};
