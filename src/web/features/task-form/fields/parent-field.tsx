import { useController } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import type { Parent, ParentMatch } from '#contract/parent';
import { vendorRules } from '#contract/vendors';

import { Field } from '../../../ui/field';
import { Input } from '../../../ui/input';
import { ParentPicker } from '../parent-picker/parent-picker';
import { linkHint } from '../parent-picker/parent-words';
import { UnsureParents } from '../parent-picker/unsure-parents';
import type { UnsureParent } from '../parent-picker/unsure-parents';
import { rememberName } from '../remembered/name-choices';
import { useFieldError } from './field-error';
import type { TaskFormControl } from './field-error';

type Props = {
  control: TaskFormControl;
  connection: Connection | undefined;
  /** Names that the vendor could not place. */
  unsure: readonly UnsureParent[];
  startsHere: boolean;
};

/** The records of the connection to which the task belongs. */
export function ParentField({ control, connection, unsure, startsHere }: Props) {
  const { field } = useController({ control, name: 'parents' });
  const error = useFieldError(control, 'parents');
  if (connection === undefined)
    return (
      <Field label="Linked to" error={error}>
        {(described) => <Input {...described} disabled placeholder="Choose where to send it first" />}
      </Field>
    );
  const { vendor, id, label } = connection;
  const rules = vendorRules[vendor].parents;
  const stillUnsure = unsure.filter(({ parent }) => field.value.some((one) => isSame(one, parent)));
  const settle = (parent: Parent, meant: ParentMatch) => {
    rememberName(id, parent.name, meant);
    const { kind, name, detail } = meant;
    field.onChange(
      field.value.map((one) => (isSame(one, parent) ? { kind, id: meant.id, name, detail } : one)),
    );
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label="Linked to" error={error} hint={linkHint(vendor, label)} required={rules.min > 0}>
        {(described) => (
          <ParentPicker
            key={id}
            described={described}
            ref={field.ref}
            connectionId={id}
            rules={rules}
            value={field.value}
            onChange={field.onChange}
            onDone={field.onBlur}
            startsHere={startsHere || undefined}
          />
        )}
      </Field>
      <UnsureParents connectionId={id} unsure={stillUnsure} onChoose={settle} />
    </div>
  );
}

function isSame(one: Parent, other: Parent): boolean {
  return one.kind === other.kind && one.id === other.id && one.name === other.name;
}
