import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useController } from 'react-hook-form';

import { Field } from '../../../ui/field';
import { Input } from '../../../ui/input';
import { CheckBox } from './check-box';
import { useFieldError } from './field-error';
import type { TaskFormControl } from './field-error';

/** Whether the task is begun already. */
export function ProgressField({ control }: { control: TaskFormControl }) {
  const { field } = useController({ control, name: 'progress' });
  const { value, ...rest } = field;
  return (
    <CheckBox {...rest} checked={value}>
      Already begun
    </CheckBox>
  );
}

/** What few tasks need, out of sight until it is asked for, filled in or wrong. */
export function MoreFields({ control }: { control: TaskFormControl }) {
  const { field } = useController({ control, name: 'createdDate' });
  const error = useFieldError(control, 'createdDate');
  const [asked, setAsked] = useState(field.value !== '');
  const open = asked || error !== undefined;
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => {
        setAsked(currentTarget.open);
        // At once, so that nothing moves by itself.
        if (currentTarget.open && !open) currentTarget.scrollIntoView({ block: 'nearest' });
      }}
      className="group scroll-mb-4"
    >
      <summary className="flex min-h-8 w-fit cursor-default list-none items-center gap-1 rounded-control text-muted hover:text-ink pointer-coarse:min-h-11">
        <ChevronRight size={14} aria-hidden className="group-open:rotate-90" />
        More
      </summary>
      <div className="sm:max-w-62">
        <Field
          label="Created"
          error={error}
          required={false}
          hint="Within the last 5 years and the next 24 hours. Left empty: now."
        >
          {(described) => <Input {...described} {...field} type="datetime-local" className="tabular" />}
        </Field>
      </div>
    </details>
  );
}
