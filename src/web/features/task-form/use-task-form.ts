import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { UseFormSetError } from 'react-hook-form';

import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';

import { showServerErrors } from './show-server-errors';
import { useSaveTask } from './use-save-task';
import { changedFields } from './values/changed-fields';
import { dropDraft, keepDraft, readDraft } from './values/draft';
import { placeErrors } from './values/form-path';
import { isShown } from './values/form-plan';
import type { FormPlan } from './values/form-plan';
import { savingSchema } from './values/form-schema';
import type { Saving } from './values/form-schema';
import { withDraft } from './values/form-values';
import type { TaskFormValues } from './values/form-values';

type Options = {
  plan: FormPlan;
  connections: readonly Connection[];
  zone: string;
  onSaved: (created: Task | null) => void;
  onReopen: () => void;
};

/** The form's state: its fields with their checks, the draft that outlives it, and sending it exactly once. */
export function useTaskForm({ plan, connections, zone, onSaved, onReopen }: Options) {
  const [draft] = useState(() => readDraft(plan.draftName));
  const [restored, setRestored] = useState(draft !== null);
  const [id, setId] = useState(() => draft?.id ?? crypto.randomUUID());
  const [summary, setSummary] = useState(
    () => placeErrors(plan.complaints, isShownIn(plan, connections, plan.start)).rest,
  );
  const form = useForm<TaskFormValues, unknown, Saving>({
    defaultValues: withDraft(plan.start, draft?.changed ?? {}, connections),
    resolver: zodResolver(savingSchema({ plan, id, connections, zone })),
    mode: 'onTouched',
  });
  const { subscribe, setError, getValues, setValue, handleSubmit, reset } = form;

  useEffect(() => {
    const keep = ({ values }: { values: TaskFormValues }) =>
      keepDraft(plan.draftName, { id, changed: changedFields(plan.start, values) });
    return subscribe({ formState: { values: true }, callback: keep });
  }, [subscribe, plan, id]);

  useComplaints(setError, plan, connections);

  const save = useSaveTask({
    plan,
    onSaved,
    onReopen,
    onRefused: (errors) =>
      setSummary(showServerErrors({ setError }, errors, isShownIn(plan, connections, getValues()))),
    onPartlySaved: (parents) => {
      setValue('parents', parents);
      setId(crypto.randomUUID());
    },
  });

  const sending = useRef(false);
  const submit = () => {
    if (sending.current) return;
    sending.current = true;
    setSummary([]);
    setValue(
      'media',
      getValues('media').filter(({ url }) => url.trim() !== ''),
    );
    void handleSubmit((checked) => save(checked, getValues()))().finally(() => {
      sending.current = false;
    });
  };
  const discardDraft = () => {
    reset(plan.start);
    dropDraft(plan.draftName);
    setRestored(false);
  };
  return { form, summary, restored, submit, discardDraft };
}

/** Shows what the vendor said before the form opened; later complaints come with the answer to a submit. */
function useComplaints(
  setError: UseFormSetError<TaskFormValues>,
  plan: FormPlan,
  connections: readonly Connection[],
) {
  const show = useEffectEvent(() => {
    showServerErrors({ setError }, plan.complaints, isShownIn(plan, connections, plan.start));
  });
  useEffect(() => {
    // The dialog puts the focus at its first field when it opens; the field with the complaint takes it after that.
    show();
    const timer = setTimeout(() => show(), 0);
    return () => clearTimeout(timer);
  }, []);
}

function isShownIn(
  plan: FormPlan,
  connections: readonly Connection[],
  { connectionId, type }: TaskFormValues,
) {
  const connection = connections.find((candidate) => candidate.id === connectionId);
  return (field: keyof TaskFormValues) => isShown(plan, field, connection, type);
}
