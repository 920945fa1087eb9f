import { useEffect, useRef } from 'react';

import type { TaskChange } from '#contract/command';
import type { CreateResults } from '#contract/command-result';
import type { FieldError } from '#contract/errors';
import type { NewTask } from '#contract/new-task';
import type { Parent, Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { useCommand, useCreateTask, useRetryCommand, useUndo } from '../../tasks/use-command';
import { toast } from '../../ui/toast';
import { changedFields } from './values/changed-fields';
import { dropDraft, keepDraft, keepLastUsed } from './values/draft';
import type { FormPlan } from './values/form-plan';
import type { Saving } from './values/form-schema';
import type { TaskFormValues } from './values/form-values';

type Options = {
  plan: FormPlan;
  /** Everything is saved; not called for a form that is closed already. */
  onSaved: () => void;
  onRefused: (errors: readonly FieldError[]) => void;
  /** Only for these records was nothing created. */
  onPartlySaved: (parents: Parent[]) => void;
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
  const isOpen = useIsMounted();

  const done = () => {
    dropDraft(plan.draftName);
    if (plan.replaces !== null) failed.dismiss(plan.replaces.id);
    if (isOpen.current) onSaved();
  };
  const refused = (errors: readonly FieldError[]) => {
    if (errors.length === 0) return;
    if (isOpen.current) options.onRefused(errors);
    else toast(`Task not created. ${errors[0]?.message ?? ''}`, { label: 'Open the form', run: onReopen });
  };
  const settle = ({ results }: CreateResults, values: TaskFormValues) => {
    const made = results.filter((result): result is Created => result.ok);
    const notMade = results.filter((result): result is NotCreated => !result.ok);
    keepLastUsed(values);
    tellCreated(made, (id) => taking.undo(id));
    if (notMade.length === 0) done();
    else if (made.length > 0) options.onPartlySaved(notMade.map(({ parent }) => parent));
    refused(notMade.flatMap(({ error }) => complaints(error.message, error.errors)));
  };
  const createAll = async (body: NewTask, values: TaskFormValues) => {
    const answer = await create.mutateAsync(body).catch((error: NonNullable<typeof create.error>) => error);
    if ('results' in answer) settle(answer, values);
    else
      refused(
        complaints(
          answer.detail,
          Object.entries(answer.fields).map(([path, message]) => ({ path, message })),
        ),
      );
  };

  const change = useChange(plan, onReopen);
  return async (saving, values) => {
    if (saving.create !== null) return await createAll(saving.create, values);
    change(saving.changes, values);
    done();
  };
}

/** Runs the change as a command; refused later, it puts what was typed back into the draft and offers the form again. */
function useChange({ editing, base, start, draftName }: FormPlan, onReopen: () => void) {
  const typed = useRef<TaskFormValues>(start);
  const commands = useCommand({
    onRefused: ({ message }) => {
      keepDraft(draftName, { id: crypto.randomUUID(), changed: changedFields(base, typed.current) });
      toast(`Changes not saved. ${message}`, { label: 'Open the form', run: onReopen });
    },
  });
  return (changes: NonNullable<Saving['changes']>, values: TaskFormValues) => {
    if (editing === null || Object.keys(changes).length === 0) return;
    typed.current = values;
    commands.run({ kind: 'edit', changes, seen: seenBefore(editing, changes) }, [editing]);
  };
}

/** What stood in the changed fields when the form was opened, by which the server tells a conflict. */
function seenBefore(task: Task, changes: TaskChange): Record<string, unknown> {
  const { assignee, due, title, text, priority, media } = task;
  const all = { assigneeId: assignee?.id ?? null, due, title, text, priority, media };
  return Object.fromEntries(Object.entries(all).filter(([field]) => field in changes));
}

function complaints(message: string, errors: readonly FieldError[]): readonly FieldError[] {
  return errors.length > 0 ? errors : [{ path: '', message }];
}

function tellCreated(made: readonly Created[], undo: (commandId: string) => void): void {
  const [first] = made;
  if (first === undefined) return;
  const held = made.flatMap(({ task }) => heldCreate(task));
  const where = vendorRules[first.task.vendor].label;
  const what = made.length === 1 ? 'Task created.' : `${made.length} tasks created.`;
  if (held.length === 0) toast(what);
  else
    toast(`${what} It goes to ${where} in a moment.`, {
      label: 'Undo',
      run: () => held.forEach((id) => undo(id)),
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
