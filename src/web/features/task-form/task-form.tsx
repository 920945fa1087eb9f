import { useId } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useFormState } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';
import { vendorRules, vendorTaskType } from '#contract/vendors';

import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { FormFields } from './form-fields';
import { DraftNotice, ErrorSummary } from './form-notices';
import { useTaskForm } from './use-task-form';
import type { FormPlan } from './values/form-plan';

type Props = {
  plan: FormPlan;
  connections: readonly Connection[];
  zone: string;
  onClose: () => void;
  onCreated: (task: Task) => void;
  onReopen: () => void;
};

/** The dialog with the form in it, for a new task and for a change alike. */
export function TaskForm({ plan, connections, zone, onClose, onCreated, onReopen }: Props) {
  const formId = useId();
  const { form, summary, restored, submit, discardDraft } = useTaskForm({
    plan,
    connections,
    zone,
    onSaved: (created) => {
      onClose();
      if (created !== null) onCreated(created);
    },
    onReopen,
  });
  const { isSubmitting } = useFormState({ control: form.control });
  const words = plan.editing === null ? newWords : editWords;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.title}
      {...(plan.editing === null ? {} : { description: describe(plan.editing) })}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            look="primary"
            aria-disabled={isSubmitting || undefined}
            // A field that is left is checked, and its complaint would push this button away under the press.
            onMouseDown={(event) => event.preventDefault()}
          >
            {isSubmitting ? words.saving : words.save}
          </Button>
        </>
      }
    >
      {/* The form hears Ctrl+Enter from all of its fields; it is no control itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form id={formId} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-4">
        {restored && <DraftNotice onDiscard={discardDraft} />}
        <ErrorSummary lead={words.refused} messages={summary} />
        <FormFields form={form} plan={plan} connections={connections} />
      </form>
    </Dialog>
  );
}

const newWords = { title: 'New task', save: 'Create task', saving: 'Creating…', refused: 'Not created:' };
const editWords = { title: 'Edit task', save: 'Save changes', saving: 'Saving…', refused: 'Not saved:' };

function describe({ vendor, vendorType, parents }: NonNullable<FormPlan['editing']>): string {
  const names = [...new Set(parents.flatMap(({ name }) => name || []))].join(', ');
  return [vendorTaskType(vendor, vendorType).label, names, vendorRules[vendor].label]
    .filter(Boolean)
    .join(' · ');
}
