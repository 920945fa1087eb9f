import { useRef } from 'react';

import type { TaskChange } from '#contract/command';
import type { Task } from '#contract/task';

import { useCommand } from '../../tasks/use-command';
import { toast } from '../../ui/toast';
import { editDraftName, keepDraft } from './remembered/draft';
import { changedFields } from './values/changed-fields';
import type { FormPlan } from './values/form-plan';
import type { TaskFormValues } from './values/form-values';
import { changedAgainst } from './values/late-changes';

/** Changes a task at once; refused later, it puts what was typed back into the draft and offers the form again. */
export function useChangeTask({ base, start }: FormPlan, onReopen: () => void) {
  const last = useRef({ taskId: '', values: start });
  const { run } = useCommand({
    onRefused: ({ message }) => {
      const { taskId, values } = last.current;
      keepDraft(editDraftName(taskId), { id: crypto.randomUUID(), changed: changedFields(base, values) });
      toast(`Changes not saved. ${message}`, { label: 'Open the form', run: onReopen });
    },
  });
  return (task: Task, changes: TaskChange, values: TaskFormValues) => {
    if (Object.keys(changes).length === 0) return;
    last.current = { taskId: task.id, values };
    run({ kind: 'edit', changes, seen: changedAgainst(task, changes) }, [task]);
  };
}
