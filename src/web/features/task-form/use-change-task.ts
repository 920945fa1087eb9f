import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import type { TaskChange } from '#contract/command';
import type { Task } from '#contract/task';

import { taskQueries } from '../../tasks/queries';
import { useCommand } from '../../tasks/use-command';
import { toast } from '../../ui/toast';
import { draftOf, editDraftName, keepDraft } from './remembered/draft';
import type { FormPlan } from './values/form-plan';
import type { TaskFormValues } from './values/form-values';
import { changedAgainst } from './values/late-changes';

/** How a change ended as far as the form waits for it; `refused` comes with the task as it is now, if that could be read. */
export type ChangeEnd = { kind: 'sent' } | { kind: 'refused'; message: string; present: Task | null };

/** Outboard normally answers at once; after this long the change is on its way and the form need not wait. */
const patienceMs = 1500;

/**
 * Changes a task: drawn at once, while the form waits a moment for the answer. Refused after that, it puts what was typed back
 * into the draft and offers the form again.
 */
export function useChangeTask({ base, start }: FormPlan, onReopen: () => void) {
  const client = useQueryClient();
  const last = useRef({ taskId: '', values: start, seen: base });
  const waiting = useRef<((end: ChangeEnd) => void) | null>(null);
  useEffect(
    () => () => {
      waiting.current = null;
    },
    [],
  );
  const end = (how: ChangeEnd) => {
    waiting.current?.(how);
    waiting.current = null;
  };
  const { run } = useCommand({
    onDone: () => end({ kind: 'sent' }),
    onRefused: ({ message }) => {
      const { taskId, values, seen } = last.current;
      const answer = waiting.current;
      if (answer === null) {
        keepDraft(editDraftName(taskId), draftOf(crypto.randomUUID(), seen, values));
        toast(`Changes not saved. ${message}`, { label: 'Open the form', run: onReopen });
        return;
      }
      // However long the task itself takes to come, the form stays: what was typed would be lost with it.
      waiting.current = null;
      client.fetchQuery({ ...taskQueries.detail(taskId), staleTime: 0 }).then(
        (present) => answer({ kind: 'refused', message, present }),
        () => answer({ kind: 'refused', message, present: null }),
      );
    },
  });
  return (task: Task, changes: TaskChange, values: TaskFormValues): Promise<ChangeEnd> => {
    if (Object.keys(changes).length === 0) return Promise.resolve({ kind: 'sent' });
    last.current = { taskId: task.id, values, seen: base };
    return new Promise((resolve) => {
      waiting.current = resolve;
      setTimeout(() => {
        if (waiting.current === resolve) end({ kind: 'sent' });
      }, patienceMs);
      run({ kind: 'edit', changes, seen: changedAgainst(task, changes) }, [task]);
    });
  };
}
