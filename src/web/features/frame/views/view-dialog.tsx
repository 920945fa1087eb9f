import { useState, type ComponentProps, type FormEvent } from 'react';

import { newView } from '#contract/view';

import { useRep } from '../../../tasks/use-rep';
import type { useWriteView } from '../../../tasks/views/use-views';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field } from '../../../ui/field';
import { Input } from '../../../ui/input';

type Named = { name: string; shared: boolean };
type Refused = NonNullable<ReturnType<typeof useWriteView>['error']>;

type Props = {
  title: string;
  /** The words of the button. */
  submit: string;
  start: Named;
  /** Settles when the server has it; an error keeps the dialog open and is told. */
  onSave: (named: Named) => Promise<unknown>;
  onClose: () => void;
  returnTo?: ComponentProps<typeof Dialog>['returnTo'];
};

const formId = 'view-form';

/** Asks for the name of a view and for who sees it. */
export function ViewDialog({ title, submit, start, onSave, onClose, returnTo }: Props) {
  const [rep] = useRep();
  const [name, setName] = useState(start.name);
  const [shared, setShared] = useState(start.shared);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<{ name?: string | undefined; other?: string | undefined }>({});
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    const parsed = newView.shape.name.safeParse(name);
    if (!parsed.success) return setError({ name: parsed.error.issues[0]?.message });
    setSaving(true);
    try {
      await onSave({ name: parsed.data, shared });
      onClose();
    } catch (refused) {
      const { fields, detail } = refused as Refused;
      setError(fields['name'] === undefined ? { other: detail } : { name: fields['name'] });
      setSaving(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      size="small"
      {...(returnTo && { returnTo })}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={formId} disabled={saving}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void save(event)} noValidate className="flex flex-col gap-3">
        <Field label="Name" error={error.name} required>
          {(control) => (
            <Input
              {...control}
              data-autofocus
              value={name}
              onChange={({ target }) => {
                setName(target.value);
                setError({});
              }}
            />
          )}
        </Field>
        {rep === null ? (
          <p className="text-muted">
            Everyone at this board sees the view, since Outboard does not know who you are.
          </p>
        ) : (
          <label className="flex min-h-8 w-fit items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={shared}
              onChange={({ target }) => setShared(target.checked)}
            />
            Share with the team
          </label>
        )}
        {error.other !== undefined && (
          <p role="alert" className="text-danger">
            Not saved: {error.other}
          </p>
        )}
      </form>
    </Dialog>
  );
}
