import { useEffect, useRef } from 'react';

import type { CreateResults } from '#contract/command-result';
import type { FieldError } from '#contract/errors';
import type { NewTask } from '#contract/new-task';
import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { useCreateTask, useRetryCommand, useUndo } from '../../tasks/use-command';
import { toast } from '../../ui/toast';
import { isForMany, outcomeOf } from './outcome/outcome';
import type { Outcome } from './outcome/outcome';
import { dropDraft, keepDraft } from './remembered/draft';
import { keepLastUsed } from './remembered/last-used';
import { useChangeTask } from './use-change-task';
import { changedFields } from './values/changed-fields';
import type { FormPlan } from './values/form-plan';
import type { Saving } from './values/form-schema';
import type { TaskFormValues } from './values/form-values';
import { lateChanges } from './values/late-changes';

type Options = {
  plan: FormPlan;
  /** Everything is saved; not called for a form that is closed already. */
  onSaved: (created: Task | null) => void;
  onRefused: (errors: readonly FieldError[]) => void;
  /** It was for several people: some have their task, and it can be told who has none. */
  onOutcome: (outcome: Outcome) => void;
  onReopen: () => void;
};

type Created = Extract<CreateResults['results'][number], { ok: true }>;
type NotCreated = Extract<CreateResults['results'][number], { ok: false }>;

/** Sends what the form made: a change goes at once and is drawn by the board, a new task is waited for. */
export function useSaveTask(options: Options): (saving: Saving, values: TaskFormValues) => Promise<void> {
  const { plan, onSaved, onReopen } = options;
  const create = useCreateTask();
  const failed = useRetryCommand();
  const taking = useUndo();
  const change = useChangeTask(plan, onReopen);
  const isOpen = useIsMounted();
  // The task may be there already, as it was typed then.
  const answerLost = useRef(false);

  const putAside = () => {
    dropDraft(plan.draftName);
    if (plan.replaces !== null) failed.dismiss(plan.replaces.commandId, plan.replaces.taskId);
  };
  const done = (created: Task | null) => {
    putAside();
    if (isOpen.current) onSaved(created);
  };
  const refused = (errors: readonly FieldError[]) => {
    if (errors.length === 0) return;
    if (isOpen.current) options.onRefused(errors);
    else toast(`Task not created. ${errors[0]?.message ?? ''}`, { label: 'Open the form', run: onReopen });
  };
  const settle = (results: CreateResults, body: NewTask, values: TaskFormValues) => {
    const made = results.results.filter((result): result is Created => result.ok);
    const notMade = results.results.filter((result): result is NotCreated => !result.ok);
    keepLastUsed(values);
    tellCreated(made, (id) => taking.undo(id));
    if (answerLost.current) for (const { task } of made) change(task, lateChanges(task, body), values);
    answerLost.current = false;
    if (made.length > 0 && isForMany(body) && isOpen.current) {
      putAside();
      options.onOutcome(outcomeOf(body, results));
    } else if (notMade.length === 0) done(made[0]?.task ?? null);
    else {
      if (made.length > 0) keepRest(plan, values, notMade);
      refused(notMade.flatMap(({ error }) => complaints(error.message, error.errors)));
    }
  };
  const createAll = async (body: NewTask, values: TaskFormValues) => {
    const answer = await create.mutateAsync(body).catch((error: NonNullable<typeof create.error>) => error);
    if ('results' in answer) return settle(answer, body, values);
    answerLost.current ||= answer.passing;
    refused(complaints(answer.detail, answer.errors));
  };

  return async (saving, values) => {
    if (saving.create !== null) return await createAll(saving.create, values);
    if (plan.editing !== null) change(plan.editing, saving.changes, values);
    done(null);
  };
}

function complaints(message: string, errors: readonly FieldError[]): readonly FieldError[] {
  return errors.length > 0 ? errors : [{ path: '', message }];
}

/** The form was closed meanwhile: it opens again with those alone for whom nothing was created. */
function keepRest(
  { draftName, start }: FormPlan,
  values: TaskFormValues,
  notMade: readonly NotCreated[],
): void {
  const parents = notMade.map(({ parent }) => parent);
  keepDraft(draftName, { id: crypto.randomUUID(), changed: changedFields(start, { ...values, parents }) });
}

function tellCreated(made: readonly Created[], undo: (commandId: string) => void): void {
  const [first] = made;
  if (first === undefined) return;
  const held = made.flatMap(({ task }) => heldCreate(task));
  const where = vendorRules[first.task.vendor].label;
  const what = made.length === 1 ? 'Task created.' : `${made.length} tasks created.`;
  if (held.length === 0) toast(what);
  else
    toast(`${what} ${made.length === 1 ? 'It goes' : 'They go'} to ${where} in a moment.`, {
      label: 'Undo',
      run: () => new Set(held).forEach((id) => undo(id)),
    });
}

function heldCreate(task: Task): string[] {
  return task.commands.filter(({ kind, state }) => kind === 'create' && state === 'held').map(({ id }) => id);
}

function useIsMounted() {
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return mounted;
}
