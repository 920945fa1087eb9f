import { useController, useWatch } from 'react-hook-form';
import type { Control } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import { vendorRules, vendors, type Vendor } from '#contract/vendors';

import { useRep } from '../../tasks/use-rep';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import { Select } from '../../ui/select';
import type { ConnectionSaving, ConnectionValues } from './connection-form';

type Props = {
  control: Control<ConnectionValues, unknown, ConnectionSaving>;
  connection: Connection | null;
  onVendor: (vendor: Vendor) => void;
};

export function ConnectionFields({ control, connection, onVendor }: Props) {
  const vendor = useWatch({ control, name: 'vendor' });
  const [rep] = useRep();
  return (
    <>
      {connection === null && <VendorField control={control} onVendor={onVendor} />}
      <LabelField control={control} />
      <KeyField control={control} known={connection !== null} vendor={vendor} />
      {vendorRules[vendor].plans.length > 0 && <PlanField control={control} vendor={vendor} />}
      {/* Who said who they are is it in every team. */}
      {connection !== null && rep === null && <MeField control={control} connection={connection} />}
    </>
  );
}

type FieldProps = Pick<Props, 'control'>;

function VendorField({ control, onVendor }: Pick<Props, 'control' | 'onVendor'>) {
  const { field, fieldState } = useController({ control, name: 'vendor' });
  return (
    <Field label="Tool" error={fieldState.error?.message} required>
      {(described) => (
        <Select
          {...described}
          {...field}
          onChange={(event) => {
            const chosen = vendors.find((vendor) => vendor === event.target.value);
            if (chosen) onVendor(chosen);
          }}
        >
          {vendors.map((vendor) => (
            <option key={vendor} value={vendor}>
              {vendorRules[vendor].label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function LabelField({ control }: FieldProps) {
  const { field, fieldState } = useController({ control, name: 'label' });
  return (
    <Field
      label="Name"
      hint="How this account is called on the board."
      error={fieldState.error?.message}
      required
    >
      {(described) => <Input {...described} {...field} autoComplete="off" data-autofocus />}
    </Field>
  );
}

function KeyField({ control, known, vendor }: FieldProps & { known: boolean; vendor: Vendor }) {
  const { field, fieldState } = useController({ control, name: 'key' });
  const hint = known
    ? 'Leave this empty to keep the present key. It is never shown again.'
    : `${vendorRules[vendor].keyHint} It is kept encrypted on this machine and never shown again.`;
  return (
    <Field
      label={known ? 'New API key' : 'API key'}
      hint={hint}
      error={fieldState.error?.message}
      required={known ? undefined : true}
    >
      {(described) => (
        <Input
          {...described}
          {...field}
          type="password"
          dir="ltr"
          autoComplete="new-password"
          spellCheck={false}
        />
      )}
    </Field>
  );
}

function PlanField({ control, vendor }: FieldProps & { vendor: Vendor }) {
  const { field, fieldState } = useController({ control, name: 'plan' });
  return (
    <Field
      label="Plan"
      hint="How often Outboard may ask in a day depends on it."
      error={fieldState.error?.message}
    >
      {(described) => (
        <Select {...described} {...field}>
          {vendorRules[vendor].plans.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function MeField({ control, connection }: FieldProps & { connection: Connection }) {
  const { field, fieldState } = useController({ control, name: 'me' });
  const chosen = connection.members.find(({ id }) => id === field.value);
  const present = chosen === undefined ? '' : `“Assigned to me” shows the tasks of ${chosen.name}. `;
  return (
    <Field
      label="Me"
      hint={`${present}Whose tasks are mine here, and who gets new tasks first.`}
      error={fieldState.error?.message}
    >
      {(described) => (
        <Select {...described} {...field}>
          <option value="">Nobody</option>
          {connection.members.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {email === null ? name : `${name} (${email})`}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
