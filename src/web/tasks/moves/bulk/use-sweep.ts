import { useMutationState, type MutationState } from '@tanstack/react-query';

import type { TaskFilter } from '#contract/task-filter';

import type { Board } from '../../live/changes';
import type { DraftCommand, InFlight } from '../../pending';
import type { BulkAction } from './bulk-action';
import { planBulk } from './plan-bulk';
import type { Matching } from './selected';

export const matchingKey = ['matching'] as const;

/** What a mutation under `matchingKey` carries. */
export type Sweep = { id: string; action: BulkAction; matching: Matching };

/**
 * What is being done to all that match, as commands in flight on those of them that the columns hold: the server takes its time
 * over thousands, and until it has answered the cards would stand where they were.
 */
export function useSweep(filter: TaskFilter, board: Board): readonly InFlight[] {
  const sweeps = useMutationState({
    filters: { mutationKey: matchingKey, status: 'pending' },
    select: ({ state }) => state as MutationState<unknown, Error, Sweep>,
  });
  const here = JSON.stringify(filter);
  return sweeps.flatMap(({ variables, submittedAt }) =>
    variables && JSON.stringify(variables.matching.filter) === here
      ? inFlightOf(variables, board, submittedAt)
      : [],
  );
}

function inFlightOf({ id, action, matching }: Sweep, board: Board, at: number): InFlight[] {
  const tasks = board[matching.status]?.tasks ?? [];
  const { given } = planBulk(tasks, action, new Date(at));
  return given.map(({ command, tasks }) => ({
    commandId: id,
    draft: command,
    tasks,
    at,
    undo: false,
    ...assigneeOf(command, action),
  }));
}

function assigneeOf(command: DraftCommand, action: BulkAction): Pick<InFlight, 'assignee'> {
  if (command.kind !== 'edit' || action.kind !== 'move' || action.target.kind !== 'assign') return {};
  const { person } = action.target;
  const id = command.changes.assigneeId;
  return person === 'ask' || id === undefined || id === null ? {} : { assignee: { id, name: person.name } };
}
