import { useEffect, useRef } from 'react';

import type { CreateResults } from '#contract/command-result';
import type { FieldError } from '#contract/errors';
import type { NewTask } from '#contract/new-task';
import type { Task } from '#contract/task';

import { useCreateTask, useRetryCommand } from '../../tasks/use-command';
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
  /** Someone else changed the task meanwhile; answers whether the rep has to choose between two values. */
  onConflict: (present: Task) => boolean;
};

type Created = Extract<CreateResults['results'][number], { ok: true }>;
type NotCreated = Extract<CreateResults['results'][number], { ok: false }>;

/** Sends what the form made: a change goes at once and is drawn by the board, a new task is waited for. */
export function useSaveTask(options: Options): (saving: Saving, values: TaskFormValues) => Promise<void> {
  const { plan, onSaved, onReopen } = options;
  const create = useCreateTask({ leave: true });
  const failed = useRetryCommand();
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
    tellCreated(made);
    if (answerLost.current) for (const { task } of made) void change(task, lateChanges(task, body), values);
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
    if (plan.editing === null) return done(null);
    const end = await change(plan.editing, saving.changes, values);
    if (end.kind === 'sent') done(null);
    else if (end.present === null || !options.onConflict(end.present)) refused(complaints(end.message, []));
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

/** What is held is told where it can be taken back, with what else the rep did. */
function tellCreated(made: readonly Created[]): void {
  const held = made.some(({ task }) =>
    task.commands.some(({ kind, state }) => kind === 'create' && state === 'held'),
  );
  if (made.length > 0 && !held) toast(made.length === 1 ? 'Task created.' : `${made.length} tasks created.`);
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
