import { useController } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

import { Field } from '../../../ui/field';
import { Input } from '../../../ui/input';
import { ParentPicker } from '../parent-picker/parent-picker';
import { linkableWords } from '../parent-picker/parent-words';
import { useFieldError } from './field-error';
import type { TaskFormControl } from './field-error';

type Props = { control: TaskFormControl; connection: Connection | undefined; startsHere: boolean };

/** The records of the connection to which the task belongs. */
export function ParentField({ control, connection, startsHere }: Props) {
  const { field } = useController({ control, name: 'parents' });
  const error = useFieldError(control, 'parents');
  const rules = connection === undefined ? null : vendorRules[connection.vendor].parents;
  const hint =
    connection === undefined ? undefined : `A ${linkableWords(connection.vendor)} in ${connection.label}.`;
  return (
    <Field label="Linked to" error={error} hint={hint} required={rules === null ? undefined : rules.min > 0}>
      {(described) =>
        connection === undefined || rules === null ? (
          <Input {...described} disabled placeholder="Choose where to send it first" />
        ) : (
          <ParentPicker
            key={connection.id}
            described={described}
            ref={field.ref}
            connectionId={connection.id}
            max={rules.max}
            value={field.value}
            onChange={field.onChange}
            onDone={field.onBlur}
            startsHere={startsHere || undefined}
          />
        )
      }
    </Field>
  );
}
