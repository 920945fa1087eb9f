import { useQueries } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import type { NewTask } from '#contract/new-task';
import type { Task } from '#contract/task';

import { taskQueries } from '../../../tasks/queries';
import { useCreateTask, useRetryCommand } from '../../../tasks/use-command';
import { isUnassigned, refusalOf, tryAgain, withResults } from './outcome';
import type { Outcome, OutcomeLine } from './outcome';

/** News of a task that the board's own filter leaves out does not come by itself. */
const askAgainMs = 4000;

/** The lines of an outcome as they stand now: vendors answer only after the hold. */
export function useOutcome(outcome: Outcome) {
  const [lines, setLines] = useState(outcome.lines);
  const [trouble, setTrouble] = useState<string | null>(null);
  const unanswered = useRef<NewTask | null>(null);
  const create = useCreateTask();
  // A command of many tasks is sent again for those alone that failed; of the others the answer says just that.
  const { retry } = useRetryCommand({ onRefused: () => {} });
  const present = usePresent(lines);

  const createAgain = (body: NewTask) => {
    unanswered.current = body;
    create.mutate(body, {
      onSuccess: (results) => {
        unanswered.current = null;
        setLines((before) => withResults(before, results));
      },
      onError: (error) => {
        if (!error.passing) unanswered.current = null;
        setTrouble(error.detail);
      },
    });
  };
  const again = () => {
    if (create.isPending) return;
    setTrouble(null);
    const { parents, commandIds } = tryAgain(present);
    for (const id of commandIds) retry(id);
    // A lost answer is asked for under the same id; what is known to have failed goes under a new one.
    if (parents.length > 0)
      createAgain(unanswered.current ?? ({ ...outcome.body, id: crypto.randomUUID(), parents } as NewTask));
  };
  return {
    outcome: { body: outcome.body, lines: present },
    failed: present.filter((line) => refusalOf(line) !== null).length,
    sending: create.isPending,
    trouble,
    again,
  };
}

function usePresent(lines: readonly OutcomeLine[]): OutcomeLine[] {
  const tasks = useQueries({
    queries: lines.flatMap(({ task }) => (task === null ? [] : [detailOf(task)])),
    combine: (answers) =>
      new Map(answers.flatMap(({ data, error }) => (data === undefined ? [] : [[data.id, { data, error }]]))),
  });
  return lines.map((line) => {
    const answer = line.task === null ? undefined : tasks.get(line.task.id);
    if (answer === undefined) return line;
    return isGone(answer.error) ? { ...line, takenBack: true } : { ...line, task: answer.data };
  });
}

function isGone(error: Error | null): boolean {
  return error !== null && 'status' in error && error.status === 404;
}

function detailOf(task: Task) {
  return {
    ...taskQueries.detail(task.id),
    initialData: task,
    retry: false,
    refetchInterval: ({ state }: { state: { data?: Task | undefined } }) =>
      state.data !== undefined && (state.data.commands.length > 0 || isUnassigned(state.data))
        ? askAgainMs
        : (false as const),
  };
}
