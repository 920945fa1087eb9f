import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';

import type { Task } from '#contract/task';
import type { EditableField } from '#contract/vendors';

import type { Draft } from '../remembered/draft';
import { isSameContent } from '../values/changed-fields';
import type { FormPlan } from '../values/form-plan';
import type { Saving } from '../values/form-schema';
import { formValuesOfTask } from '../values/form-values';
import type { TaskFormValues } from '../values/form-values';
import { conflictingFields } from './conflicting-fields';

type Form = UseFormReturn<TaskFormValues, unknown, Saving>;
type Value = TaskFormValues[EditableField];

/** One field with two values; `mine` is kept while theirs stands in the form. */
export type Conflict = { field: EditableField; mine: Value; choice: 'mine' | 'theirs' | null };

type Around = {
  plan: FormPlan;
  setPlan: (plan: FormPlan) => void;
  draft: Draft | null;
  zone: string;
};

/**
 * What to do where the rep and someone else changed the same field: the plan then stands on the task as it is now, and
 * the rep chooses field by field. A draft may be older than the task, so it can bring conflicts along.
 */
export function useConflicts({ getValues, setValue }: Form, { plan, setPlan, draft, zone }: Around) {
  const [urged, setUrged] = useState(false);
  const [all, setAll] = useState<readonly Conflict[]>(() =>
    firstConflicts(plan, draft, getValues()).map((field) => conflictOf(field, getValues())),
  );

  const choose = (field: EditableField, choice: 'mine' | 'theirs') => {
    const theirs = plan.base[field];
    const now = getValues(field);
    const mine = isSameContent(now, theirs) ? all.find((one) => one.field === field)?.mine : now;
    if (mine === undefined) return;
    setAll(all.map((one) => (one.field === field ? { field, mine, choice } : one)));
    put(setValue, field, choice === 'mine' ? mine : theirs);
  };
  /** The server has another value than the rep saw; answers whether it is one of the fields changed. */
  const meet = (present: Task): boolean => {
    const [seen, mine] = [plan.base, getValues()];
    const theirs = formValuesOfTask(present, zone);
    const fields = conflictingFields(present.vendor, { seen, mine, theirs });
    for (const field of Object.keys(theirs) as (keyof TaskFormValues)[])
      if (isSameContent(seen[field], mine[field])) put(setValue, field, theirs[field]);
    setPlan({ ...plan, editing: present, base: theirs });
    setUrged(false);
    setAll(fields.map((field) => conflictOf(field, mine)));
    return fields.length > 0;
  };
  /** Whether every conflict is decided; urges the rep where one is not. */
  const areDecided = (): boolean => {
    const decided = all.every(({ choice }) => choice !== null);
    setUrged(!decided);
    return decided;
  };
  return { conflicts: { all, urged, choose }, meet, areDecided, clear: () => setAll([]) };
}

function firstConflicts(plan: FormPlan, draft: Draft | null, mine: TaskFormValues): readonly EditableField[] {
  if (plan.editing === null) return [];
  if (draft === null) return plan.conflicts;
  const seen = { ...plan.base, ...draft.seen };
  return conflictingFields(plan.editing.vendor, { seen, mine, theirs: plan.base });
}

function conflictOf(field: EditableField, values: TaskFormValues): Conflict {
  return { field, mine: values[field], choice: null };
}

function put(setValue: Form['setValue'], field: keyof TaskFormValues, value: unknown): void {
  setValue(field, value as never, { shouldDirty: true, shouldValidate: true });
}
