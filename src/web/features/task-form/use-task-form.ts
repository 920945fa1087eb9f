import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';

import { uploads } from '../../tasks/uploads/use-uploads';
import { useConflicts } from './conflict/use-conflicts';
import type { Outcome } from './outcome/outcome';
import { draftOf, dropDraft, keepDraft, readDraft } from './remembered/draft';
import { readLastUsed } from './remembered/last-used';
import { useComplaints } from './use-complaints';
import { useSaveTask } from './use-save-task';
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
  const [present, setPresent] = useState(plan);
  const form = useForm<TaskFormValues, unknown, Saving>({
    defaultValues: withDraft(plan.start, draft?.changed ?? {}, connections),
    resolver: zodResolver(savingSchema({ plan: present, id: begun.id, connections, zone })),
    mode: 'onTouched',
  });
  const { getValues, reset, setFocus } = form;
  const [restored, setRestored] = useState(draft !== null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { conflicts, meet, ...deciding } = useConflicts(form, {
    plan: present,
    setPlan: setPresent,
    draft,
    zone,
  });
  const complaints = useComplaints(form, plan, connections);
  // A task that exists may have moved on under the form; what counts as typed is what differs from how it is now.
  useKeptDraft(form, plan.draftName, present.editing === null ? begun : { ...begun, start: present.base });

  useEffect(() => {
    if (begun.round > 0) setFocus('parents');
  }, [begun.round, setFocus]);

  const save = useSaveTask({
    plan: present,
    onSaved,
    onReopen,
    onRefused: complaints.show,
    onOutcome: setOutcome,
    onConflict: meet,
  });
  const submit = useSubmitOnce(form, save, () => deciding.areDecided() && complaints.clearSummary());
  const beginWith = (start: TaskFormValues) => {
    reset(start);
    // What the reset has told the draft is no typing.
    dropDraft(plan.draftName);
    setBegun(({ round }) => ({ id: crypto.randomUUID(), start, round: round + 1 }));
    setRestored(false);
    setOutcome(null);
    complaints.clear();
    deciding.clear();
  };
  const startAnother = () => {
    const { connectionId, type, assigneeId } = getValues();
    const empty = emptyFormValues({ connections, lastUsed: readLastUsed(), now: new Date(), zone });
    beginWith({ ...empty, connectionId, type, assigneeId });
  };
  const discardDraft = () => beginWith(present === plan ? begun.start : present.base);
  const { summary, unsure } = complaints;
  const shown = { round: begun.round, summary, unsure, restored, outcome, conflicts };
  return { form, plan: present, ...shown, submit, discardDraft, startAnother };
}

/** Keeps what is typed in this browser, so that closing or losing the page loses none of it. */
function useKeptDraft(
  { subscribe }: Form,
  draftName: string,
  { id, start }: { id: string; start: TaskFormValues },
) {
  useEffect(() => {
    const keep = ({ values }: { values: TaskFormValues }) => keepDraft(draftName, draftOf(id, start, values));
    return subscribe({ formState: { values: true }, callback: keep });
  }, [subscribe, draftName, id, start]);
}

/** Checks and sends; while that is going on, another click or Enter does nothing. */
function useSubmitOnce(
  { getValues, setValue, handleSubmit }: Form,
  save: (saving: Saving, values: TaskFormValues) => Promise<void>,
  /** Answers whether it can be sent at all. */
  mayStart: () => boolean,
) {
  const sending = useRef(false);
  return () => {
    if (sending.current || !mayStart()) return;
    sending.current = true;
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
