import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';

import { uploads } from '../../tasks/uploads/use-uploads';
import type { Outcome } from './outcome/outcome';
import { dropDraft, keepDraft, readDraft } from './remembered/draft';
import { readLastUsed } from './remembered/last-used';
import { useComplaints } from './use-complaints';
import { useSaveTask } from './use-save-task';
import { changedFields } from './values/changed-fields';
import type { FormPlan } from './values/form-plan';
import { savingSchema } from './values/form-schema';
import type { Saving } from './values/form-schema';
import { emptyFormValues, withDraft } from './values/form-values';
import type { TaskFormValues } from './values/form-values';

type Options = {
  plan: FormPlan;
  connections: readonly Connection[];
  zone: string;
  onSaved: (created: Task | null) => void;
  onReopen: () => void;
};

type Form = UseFormReturn<TaskFormValues, unknown, Saving>;
/** The form's state: its fields with their checks, the draft that outlives it, and sending it exactly once. */
export function useTaskForm({ plan, connections, zone, onSaved, onReopen }: Options) {
  const [draft] = useState(() => readDraft(plan.draftName));
  /** `round` counts the tasks that were begun in this dialog. */
  const [begun, setBegun] = useState(() => ({
    id: draft?.id ?? crypto.randomUUID(),
    start: plan.start,
    round: 0,
  }));
  const form = useForm<TaskFormValues, unknown, Saving>({
    defaultValues: withDraft(plan.start, draft?.changed ?? {}, connections),
    resolver: zodResolver(savingSchema({ plan, id: begun.id, connections, zone })),
    mode: 'onTouched',
  });
  const { getValues, reset, setFocus } = form;
  const [restored, setRestored] = useState(draft !== null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const complaints = useComplaints(form, plan, connections);
  useKeptDraft(form, plan.draftName, begun);

  useEffect(() => {
    if (begun.round > 0) setFocus('parents');
  }, [begun.round, setFocus]);

  const save = useSaveTask({ plan, onSaved, onReopen, onRefused: complaints.show, onOutcome: setOutcome });
  const submit = useSubmitOnce(form, save, complaints.clearSummary);
  const beginWith = (start: TaskFormValues) => {
    reset(start);
    // What the reset has told the draft is no typing.
    dropDraft(plan.draftName);
    setBegun(({ round }) => ({ id: crypto.randomUUID(), start, round: round + 1 }));
    setRestored(false);
    setOutcome(null);
    complaints.clear();
  };
  const startAnother = () => {
    const { connectionId, type, assigneeId } = getValues();
    const empty = emptyFormValues({ connections, lastUsed: readLastUsed(), now: new Date(), zone });
    beginWith({ ...empty, connectionId, type, assigneeId });
  };
  const discardDraft = () => beginWith(begun.start);
  const { summary, unsure } = complaints;
  const { round } = begun;
  return { form, round, summary, unsure, restored, outcome, submit, discardDraft, startAnother };
}

/** Keeps what is typed in this browser, so that closing or losing the page loses none of it. */
function useKeptDraft(
  { subscribe }: Form,
  draftName: string,
  { id, start }: { id: string; start: TaskFormValues },
) {
  useEffect(() => {
    const keep = ({ values }: { values: TaskFormValues }) =>
      keepDraft(draftName, { id, changed: changedFields(start, values) });
    return subscribe({ formState: { values: true }, callback: keep });
  }, [subscribe, draftName, id, start]);
}

/** Checks and sends; while that is going on, another click or Enter does nothing. */
function useSubmitOnce(
  { getValues, setValue, handleSubmit }: Form,
  save: (saving: Saving, values: TaskFormValues) => Promise<void>,
  onStart: () => void,
) {
  const sending = useRef(false);
  return () => {
    if (sending.current) return;
    sending.current = true;
    onStart();
    setValue(
      'media',
      getValues('media').filter(({ url }) => url.trim() !== ''),
    );
    void uploads
      .settled(getValues('media').map(({ url }) => url))
      .then(() => handleSubmit((checked) => save(checked, getValues()))())
      .finally(() => {
        sending.current = false;
      });
  };
}
