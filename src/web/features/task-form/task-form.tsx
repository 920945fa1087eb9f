import { Zap } from 'lucide-react';
import { useId, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useFormState, useWatch } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';
import { vendorRules, vendorTaskType } from '#contract/vendors';
import type { EditableField } from '#contract/vendors';

import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ConflictChoice } from './conflict/conflict-choice';
import { CheckBox } from './fields/check-box';
import { FormFields } from './form-fields';
import { DraftNotice, EditLimits, ErrorSummary } from './form-notices';
import { OutcomeView } from './outcome/outcome-view';
import { useTaskForm } from './use-task-form';
import type { FormPlan } from './values/form-plan';
import { editLimits } from './words/edit-limits';
import { formWords } from './words/form-words';

type Props = {
  plan: FormPlan;
  connections: readonly Connection[];
  zone: string;
  onClose: () => void;
  onCreated: (task: Task) => void;
  onReopen: () => void;
  onQuick?: () => void;
};

/** The dialog with the form in it, for a new task and for a change alike. */
export function TaskForm({ plan, connections, zone, onClose, onCreated, onReopen, onQuick }: Props) {
  const htmlId = useId();
  const [another, setAnother] = useState(false);
  const made = useTaskForm({
    plan,
    connections,
    zone,
    onSaved: (created) => {
      if (another) return made.startAnother();
      onClose();
      if (created !== null) onCreated(created);
    },
    onReopen,
  });
  const { form, outcome, submit, startAnother } = made;
  const { isSubmitting } = useFormState({ control: form.control });
  const [parents, connectionId] = useWatch({ control: form.control, name: ['parents', 'connectionId'] });
  const vendor = connections.find(({ id }) => id === connectionId)?.vendor;
  const words = formWords(plan.editing, vendor, parents.length);
  const limits = plan.editing === null ? null : editLimits(plan.editing.vendor);
  const conflictAt = (field: EditableField) => {
    const conflict = made.conflicts.all.find((one) => one.field === field);
    const { editing, base } = made.plan;
    if (conflict === undefined || editing === null) return null;
    return (
      <ConflictChoice
        conflict={conflict}
        task={editing}
        theirs={base}
        connection={connections.find(({ id }) => id === editing.connectionId)}
        zone={zone}
        first={conflict === made.conflicts.all.find(({ choice }) => choice === null)}
        urged={made.conflicts.urged}
        onChoose={(choice) => made.conflicts.choose(field, choice)}
      />
    );
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  if (outcome !== null) return <OutcomeView outcome={outcome} onDone={another ? startAnother : onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.title}
      {...(plan.editing === null ? {} : { description: describe(plan.editing) })}
      footer={
        <>
          {plan.draftName === 'new' && (
            <div className="mr-auto">
              <CheckBox
                checked={another}
                onChange={({ target }) => setAnother(target.checked)}
                onKeyDown={onKeyDown}
              >
                Create another
              </CheckBox>
            </div>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={htmlId}
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
      <form id={htmlId} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-4">
        {plan.draftName === 'new' && onQuick !== undefined && (
          // Elsewhere the bar of the page has a button for it.
          <Button size="small" className="self-start sm:hidden" onClick={onQuick}>
            <Zap size={16} aria-hidden />
            Quick add: from a line of text
          </Button>
        )}
        {made.restored && <DraftNotice onDiscard={made.discardDraft} />}
        <ErrorSummary lead={words.refused} messages={made.summary} />
        {limits !== null && <EditLimits words={limits} />}
        <FormFields
          key={made.round}
          form={form}
          plan={made.plan}
          connections={connections}
          unsure={made.unsure}
          zone={zone}
          conflictAt={conflictAt}
        />
      </form>
    </Dialog>
  );
}

function describe({ vendor, vendorType, parents }: NonNullable<FormPlan['editing']>): string {
  const names = [...new Set(parents.flatMap(({ name }) => name || []))].join(', ');
  return [vendorTaskType(vendor, vendorType).label, names, vendorRules[vendor].label]
    .filter(Boolean)
    .join(' · ');
}
