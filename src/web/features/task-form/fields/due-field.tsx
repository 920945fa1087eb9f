import { useController } from 'react-hook-form';

import type { VendorRules } from '#contract/vendors';

import { Field } from '../../../ui/field';
import { Input } from '../../../ui/input';
import { useFieldError } from './field-error';
import type { TaskFormControl } from './field-error';

/** Date and time of day side by side; a vendor that knows whole days takes the date alone. */
export function DueField({ control, rule }: { control: TaskFormControl; rule: VendorRules['due'] }) {
  const { field } = useController({ control, name: 'due' });
  const error = useFieldError(control, 'due');
  const { date, time } = field.value;
  return (
    <Field label="Due" error={error} required={rule.required || undefined}>
      {(described) => (
        <div className="flex gap-2">
          <Input
            {...described}
            ref={field.ref}
            type="date"
            max="9999-12-31"
            value={date}
            onChange={(event) => field.onChange({ date: event.target.value, time })}
            onBlur={field.onBlur}
            className="min-w-0 grow tabular"
          />
          {rule.kinds.includes('instant') && (
            <Input
              type="time"
              aria-label="Time"
              aria-invalid={described['aria-invalid']}
              aria-describedby={described['aria-describedby']}
              value={time}
              onChange={(event) => field.onChange({ date, time: event.target.value })}
              onBlur={field.onBlur}
              className="!w-28 shrink-0 tabular pointer-coarse:!w-36"
            />
          )}
        </div>
      )}
    </Field>
  );
}
