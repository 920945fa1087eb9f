import { zodResolver } from '@hookform/resolvers/zod';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import { vendorRules, type Vendor } from '#contract/vendors';

import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { toast } from '../../ui/toast';
import { ConnectionFields } from './connection-fields';
import { connectionSchema, connectionValues, vendorValues } from './connection-form';
import type { ConnectionSaving, ConnectionValues } from './connection-form';
import { RemoveConnection } from './remove-connection';
import { UncheckedKey } from './unchecked-key';
import { useSaveConnection } from './use-save-connection';

type Props = { connection: Connection | null; onClose: () => void };

/** Connects an account (`connection` null) or changes a connected one; render it while it is open. */
export function ConnectionDialog({ connection, onClose }: Props) {
  const formId = useId();
  const [removing, setRemoving] = useState(false);
  const { control, handleSubmit, setError, setValue, getFieldState, resetField, formState } = useForm<
    ConnectionValues,
    unknown,
    ConnectionSaving
  >({
    defaultValues: connectionValues(connection),
    resolver: zodResolver(connectionSchema(connection)),
    mode: 'onTouched',
  });
  const { save, refusal, unchecked } = useSaveConnection({ connection, setError, onSaved: onClose });
  const { isSubmitting } = formState;
  const chooseVendor = (vendor: Vendor) => {
    const next = vendorValues(vendor);
    setValue('vendor', vendor);
    setValue('plan', next.plan);
    // A name of the rep's own stays.
    if (!getFieldState('label').isDirty) resetField('label', { defaultValue: next.label });
  };
  const title = connection === null ? 'Add a connection' : 'Connection settings';
  const action = connection === null ? 'Connect' : 'Save changes';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      returnTo={addButton}
      {...(connection === null ? {} : { description: describe(connection) })}
      footer={
        <>
          {connection !== null && (
            <Button look="ghost" className="mr-auto !text-danger" onClick={() => setRemoving(true)}>
              Remove
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            look="primary"
            aria-disabled={isSubmitting || undefined}
            // A field that is left is checked, and its complaint would push this button away under the press.
            onMouseDown={(event) => event.preventDefault()}
          >
            {isSubmitting ? 'Saving…' : action}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSubmitting) void handleSubmit(save)();
        }}
      >
        {connection?.trouble && (
          <p className="rounded-card bg-overdue-soft px-3 py-2 text-overdue">{connection.trouble.message}</p>
        )}
        {refusal !== null && (
          <p role="alert" className="rounded-card bg-overdue-soft px-3 py-2 text-overdue">
            Not saved: {refusal}
          </p>
        )}
        <ConnectionFields control={control} connection={connection} onVendor={chooseVendor} />
      </form>
      {unchecked !== null && (
        <UncheckedKey words={unchecked.words} onCancel={unchecked.cancel} onSave={unchecked.saveAnyway} />
      )}
      {connection !== null && removing && (
        <RemoveConnection
          connection={connection}
          onKeep={() => setRemoving(false)}
          onRemoved={() => {
            toast(
              `“${connection.label}” is removed. ${vendorRules[connection.vendor].label} keeps its tasks.`,
            );
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

function describe({ vendor, sandbox }: Connection): string {
  const { label } = vendorRules[vendor];
  return sandbox ? `${label} · practice data` : label;
}

/** The rail's button, or in a folded rail the one that unfolds it: a removed connection leaves no row to go back to. */
function addButton(): HTMLElement | undefined {
  const buttons = document.querySelectorAll<HTMLElement>(
    'button[aria-label="Add a connection"], button[aria-label="Unfold the views"]',
  );
  return [...buttons].findLast((button) => button.checkVisibility());
}
