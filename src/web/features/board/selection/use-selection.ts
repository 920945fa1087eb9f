import { useState } from 'react';

import type { Task, TaskStatus } from '#contract/task';
import { taskStatuses } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import type { Matching } from '../../../tasks/moves/bulk/selected';
import { announce } from '../../../ui/live-region';
import { findCard, type BoardColumns } from '../use-board-rows';
import { rangeOf } from './range';

type State = {
  /** The filter under which it was chosen; another one ends the selection. */
  scope: string;
  ids: ReadonlySet<string>;
  /** Where a range begins, and what was selected when it did. */
  anchor: string | null;
  base: ReadonlySet<string>;
  /** The column of which all that match are selected, also those that are not loaded. */
  all: TaskStatus | null;
};

export type Selection = {
  ids: ReadonlySet<string>;
  tasks: readonly Task[];
  matching: Matching | null;
  /** How many more than the loaded ones there are to select; null when those are all, or not all of them are selected. */
  offer: number | null;
  toggle: (task: Task) => void;
  /** From where the last one was selected, or from `from`, to this one. */
  extendTo: (task: Task, from?: Task) => void;
  /** Everything that is loaded of a column. */
  selectColumn: (status: TaskStatus) => void;
  /** Everything of the column that matches. */
  widen: () => void;
  clear: () => void;
};

const none: ReadonlySet<string> = new Set();

/** Which cards are selected; what has left the board is not. */
export function useSelection(columns: BoardColumns, filter: TaskFilter): Selection {
  const scope = JSON.stringify(filter);
  const empty: State = { scope, ids: none, anchor: null, base: none, all: null };
  const [kept, setState] = useState<State>(empty);
  const state = kept.scope === scope ? kept : empty;
  const { tasks, column } = selectedOf(columns, state);
  const ids = new Set(tasks.map(({ id }) => id));
  const total = column === null ? 0 : (columns[column].data.total ?? 0);
  const whole = column !== null && tasks.length === columns[column].data.tasks.length;

  const select = (next: ReadonlySet<string>, anchor: string | null, base = next) => {
    setState({ scope, ids: next, anchor, base, all: null });
    announce(next.size === 0 ? 'Nothing selected.' : `${next.size} selected.`);
  };
  return {
    ids,
    tasks,
    matching: state.all === null ? null : { status: state.all, filter, total },
    offer: state.all === null && whole && total > tasks.length ? total : null,
    toggle: ({ id }) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      select(next, id);
    },
    extendTo: (task, from) => {
      const anchor = state.anchor ?? from?.id ?? task.id;
      const { rows } = columns[task.status];
      const known = state.anchor === null ? ids : state.base;
      select(new Set([...known, ...rangeOf(rows, anchor, task.id)]), anchor, known);
    },
    selectColumn: (status) => {
      const all = columns[status].data.tasks.map(({ id }) => id);
      select(new Set(all), all[0] ?? null);
    },
    widen: () => {
      if (column === null) return;
      setState({ ...state, all: column });
      announce(`All ${total} that match are selected.`);
    },
    clear: () => setState(empty),
  };
}

/** The selected tasks in the order of the board, and the column they stand in when it is one. */
function selectedOf(
  columns: BoardColumns,
  { ids, all }: State,
): { tasks: readonly Task[]; column: TaskStatus | null } {
  if (all !== null) return { tasks: columns[all].data.tasks, column: all };
  if (ids.size === 0) return { tasks: [], column: null };
  const each = taskStatuses.map((status) => ({
    status,
    tasks: columns[status].data.tasks.filter(({ id }) => ids.has(id)),
  }));
  const filled = each.filter(({ tasks }) => tasks.length > 0);
  return {
    tasks: filled.flatMap(({ tasks }) => tasks),
    column: filled.length === 1 ? (filled[0]?.status ?? null) : null,
  };
}

/** The card that takes the focus when the selected ones leave: the next in the column of the first of them, else the one before. */
export function heirOf(columns: BoardColumns, { ids, tasks }: Selection): Task | null {
  const first = tasks[0] && findCard(columns, tasks[0].id);
  const row = first?.column.data.tasks ?? [];
  const at = row.findIndex(({ id }) => id === tasks[0]?.id);
  return row.slice(at).find(({ id }) => !ids.has(id)) ?? row[at - 1] ?? null;
}

/** Whether the cards stay in sight when that of them is changed. */
export function stays(filter: TaskFilter, changed: 'none' | 'priority' | 'assignee' | null): boolean {
  return changed === 'none' || (changed !== null && filter[changed] === undefined);
}
