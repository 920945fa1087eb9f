import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';
import type { EditableField, VendorRules } from '#contract/vendors';

import { DestinationFields } from './destination-fields';
import { DueField } from './due/due-field';
import { ChoiceField } from './fields/choice-field';
import { DropMediaDialog } from './fields/drop-media-dialog';
import { MediaField } from './fields/media-field';
import { MoreFields, ProgressField } from './fields/more-fields';
import { priorityWord } from './fields/priority-word';
import { TextField } from './fields/text-field';
import { TypeField } from './fields/type-field';
import { NoAssignee } from './no-assignee';
import type { UnsureParent } from './parent-picker/unsure-parents';
import { useDestination } from './use-destination';
import { isShown } from './values/form-plan';
import type { FormPlan } from './values/form-plan';
import type { Saving } from './values/form-schema';
import type { TaskFormValues } from './values/form-values';
import { assigneeChoices } from './words/assignee-choices';

type Props = {
  form: UseFormReturn<TaskFormValues, unknown, Saving>;
  plan: FormPlan;
  connections: readonly Connection[];
  unsure: readonly UnsureParent[];
  zone: string;
  /** Stands under a field that someone else changed too. */
  conflictAt: (field: EditableField) => ReactNode;
};

const anyDue = { required: false, kinds: ['date', 'instant'] as const };

/** A due that may be left out of a new task cannot be taken from every one that exists. */
function dueRule(rules: VendorRules | null, isNew: boolean): VendorRules['due'] {
  if (rules === null) return anyDue;
  return isNew ? rules.due : { ...rules.due, required: !rules.clear.includes('due') };
}

/** The fields that the vendor's rules offer, in reading order. */
export function FormFields({ form, plan, connections, unsure, zone, conflictAt }: Props) {
  const { control, setValue, setFocus } = form;
  const destination = useDestination(form, connections, zone);
  const { connection, type } = destination;
  const vendor = plan.editing?.vendor ?? connection?.vendor;
  const rules = vendor === undefined ? null : vendorRules[vendor];
  const shows = (field: keyof TaskFormValues) => isShown(plan, field, connection, type);
  const isNew = plan.editing === null;
  // Whom it is about is known already, as of a follow-up: what is left to do is to write.
  const startsAtText = isNew && plan.start.parents.length > 0 && plan.replaces === null;

  return (
    <>
      {isNew && (
        <DestinationFields
          control={control}
          connections={connections}
          connection={connection}
          unsure={unsure}
          startsHere={!startsAtText}
          onChooseConnection={destination.chooseConnection}
          onChooseType={destination.chooseType}
        />
      )}
      {shows('title') && (
        <TextField
          control={control}
          name="title"
          label="Title"
          placeholder="What is to be done"
          required={rules === null ? undefined : rules.title === 'required'}
          startsHere={!isNew}
        />
      )}
      {conflictAt('title')}
      {!isNew && shows('type') && <TypeField control={control} types={rules?.types ?? []} required />}
      {conflictAt('type')}
      {shows('text') && (
        <TextField
          control={control}
          name="text"
          label="Message"
          placeholder="What to say, or what to keep in mind"
          hint={
            rules === null || rules.textLabel === 'Message'
              ? undefined
              : `${rules.label} calls it ${rules.textLabel.toLowerCase()}.`
          }
          multiline
          required={false}
          startsHere={startsAtText || (!isNew && !shows('title'))}
        />
      )}
      {conflictAt('text')}
      <div className="grid gap-x-3 gap-y-4 sm:grid-cols-[240px_96px_minmax(0,1fr)]">
        {shows('due') && (
          <DueField
            control={control}
            rule={dueRule(rules, isNew)}
            vendorLabel={rules?.label ?? ''}
            whenEmpty={rules?.due.kinds.includes('instant') === false ? 'Today, when left empty.' : 'No due.'}
            zone={zone}
          />
        )}
        {shows('priority') && (
          <ChoiceField
            control={control}
            name="priority"
            label="Priority"
            placeholder="Choose a priority"
            choices={(rules?.priorities ?? ['none']).map((value) => ({ value, label: priorityWord(value) }))}
          />
        )}
        {shows('assigneeId') && (
          <ChoiceField
            control={control}
            name="assigneeId"
            label="Assignee"
            placeholder="Choose who does it"
            disabled={connection === undefined}
            {...assigneeChoices(rules, connection, plan.editing)}
          />
        )}
        {isNew && rules?.assignee === 'none' && <NoAssignee vendor={rules.label} />}
      </div>
      {conflictAt('due')}
      {conflictAt('priority')}
      {conflictAt('assigneeId')}
      {shows('progress') && <ProgressField control={control} />}
      {conflictAt('progress')}
      {shows('createdDate') && <MoreFields control={control} />}
      {shows('media') && rules?.media && (
        <MediaField control={control} setValue={setValue} rules={rules.media} />
      )}
      {conflictAt('media')}
      <DropMediaDialog
        open={destination.asking !== null}
        change={destination.asking ?? 'type'}
        control={control}
        onKeep={destination.keep}
        onDrop={destination.dropMedia}
        onGone={() => setFocus('type')}
      />
    </>
  );
}
