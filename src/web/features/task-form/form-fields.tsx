import type { UseFormReturn } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

import { ChoiceField } from './fields/choice-field';
import { DropMediaDialog } from './fields/drop-media-dialog';
import { DueField } from './fields/due-field';
import { MediaField } from './fields/media-field';
import { ParentField } from './fields/parent-field';
import { priorityWord } from './fields/priority-word';
import { TextField } from './fields/text-field';
import { useDestination } from './use-destination';
import { isShown } from './values/form-plan';
import type { FormPlan } from './values/form-plan';
import type { Saving } from './values/form-schema';
import { creatableTypes } from './values/form-values';
import type { TaskFormValues } from './values/form-values';

type Props = {
  form: UseFormReturn<TaskFormValues, unknown, Saving>;
  plan: FormPlan;
  connections: readonly Connection[];
};

const anyDue = { required: false, kinds: ['date', 'instant'] as const };

/** The fields that the vendor's rules offer, in reading order. */
export function FormFields({ form, plan, connections }: Props) {
  const { control, setValue, setFocus } = form;
  const destination = useDestination(form, connections);
  const { connection, type } = destination;
  const vendor = plan.editing?.vendor ?? connection?.vendor;
  const rules = vendor === undefined ? null : vendorRules[vendor];
  const shows = (field: keyof TaskFormValues) => isShown(plan, field, connection, type);

  return (
    <>
      {plan.editing === null && (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <ChoiceField
              control={control}
              name="connectionId"
              label="Send to"
              placeholder="Choose a connection"
              required
              choices={connections.map(({ id, label }) => ({ value: id, label }))}
              onChoose={destination.chooseConnection}
            />
            <ChoiceField
              control={control}
              name="type"
              label="Type"
              placeholder="Choose where to send it first"
              required
              disabled={vendor === undefined}
              choices={vendor === undefined ? [] : creatableTypes(vendor)}
              onChoose={destination.chooseType}
            />
          </div>
          <ParentField control={control} connection={connection} startsHere={connection !== undefined} />
        </>
      )}
      {shows('title') && (
        <TextField
          control={control}
          name="title"
          label="Title"
          placeholder="What is to be done"
          optional
          startsHere={plan.editing !== null}
        />
      )}
      {shows('text') && (
        <TextField
          control={control}
          name="text"
          label="Message"
          placeholder="What to say, or what to keep in mind"
          multiline
          optional
        />
      )}
      <div className="grid gap-4 sm:grid-cols-[248px_96px_minmax(0,1fr)]">
        {shows('due') && <DueField control={control} rule={rules?.due ?? anyDue} />}
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
            required
            disabled={connection === undefined}
            choices={members(connection, plan)}
          />
        )}
      </div>
      {shows('media') && rules?.media && (
        <MediaField control={control} setValue={setValue} rules={rules.media} />
      )}
      <DropMediaDialog
        open={destination.asking}
        onKeep={destination.keep}
        onDrop={destination.dropMedia}
        onGone={() => setFocus('type')}
      />
    </>
  );
}

function members(connection: Connection | undefined, { editing }: FormPlan) {
  const known = (connection?.members ?? []).map(({ id, name }) => ({
    value: id,
    label: id === connection?.me ? `${name} (me)` : name,
  }));
  const assignee = editing?.assignee;
  const gone = assignee && !known.some(({ value }) => value === assignee.id);
  return gone ? [...known, { value: assignee.id, label: assignee.name || 'Someone who left' }] : known;
}
