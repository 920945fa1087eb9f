import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

import { taskStatuses, type Task, type TaskStatus } from '#contract/task';

import { taskQueries } from '../../../tasks/queries';
import { isLetterKeyOff } from '../../../ui/letter-keys';
import { further, neighbour, type Direction } from '../column/rows';
import type { Selection } from '../selection/use-selection';
import { findCard, type BoardColumns } from '../use-board-rows';
import { focusedTask, type BoardState } from '../use-board-state';
import { boardKey, type BoardKey, type CardKey } from './board-key';
import { selectByKey } from './select-by-key';

export type PageKeys = {
  create: () => void;
  quick: () => void;
  focus: () => void;
  search: () => void;
  help: () => void;
  undo: () => void;
  recent: () => void;
};

type Given = {
  columns: BoardColumns;
  state: BoardState;
  selection: Selection;
  /** Asks something of the selection. */
  onWish: (action: Exclude<CardKey, 'open'>) => void;
  page: PageKeys;
  /** The task that is open in the panel. */
  openTask: string | null;
};
type Far = Extract<BoardKey, { kind: 'far' }>;

/** The keys of the whole board; they rest while something is typed, or while a dialog or a menu has the focus. */
export function useBoardKeys({ columns, state, selection, onWish, page, openTask }: Given): void {
  const client = useQueryClient();
  const act = (action: CardKey, task: Task): boolean => {
    if (action === 'open') state.actions.open(task);
    else if (action === 'snooze' || action === 'assign' || action === 'move') {
      // Asked from the panel, the card may be out of sight.
      if (focusedTask() === null) state.requestFocus(task.id);
      state.actions.openMenu(task, action);
    } else state.actions.move(task, { kind: 'column', status: columnOf[action] });
    return true;
  };

  const go = (direction: Direction, from: Task | null, extend = false): boolean => {
    // The arrows of a panel or a list scroll that; from nowhere they enter the board.
    if (from === null && document.activeElement !== document.body) return false;
    const next = from === null ? null : neighbour(columns[from.status].rows, from.id, direction);
    const id = next?.id ?? acrossTo(from?.status ?? null, direction);
    if (id === null) return false;
    const there = extend && from !== null ? findCard(columns, id) : null;
    if (there !== null) selection.extendTo(there.task, from ?? undefined);
    state.requestFocus(id);
    return true;
  };

  const doKey = (key: BoardKey, event: KeyboardEvent): boolean => {
    if (key.kind === 'page') {
      page[key.action]();
      return true;
    }
    const card = findCard(columns, focusedTask() ?? openInPanel(openTask) ?? '');
    const focused = focusedTask() === null ? null : (card?.task ?? null);
    if (key.kind === 'go') return go(key.direction, focused, key.extend);
    if (key.kind === 'far') return focused !== null && goFar(key, focused, { columns, state });
    if (key.kind === 'select') return selectByKey(key.what, focused, { state, selection });
    if (selection.ids.size > 0 && key.action !== 'open') {
      onWish(key.action);
      return true;
    }
    // Enter on a button of the card presses the button.
    const onCard = event.target instanceof Element && event.target.matches('[data-task-id]');
    if (card !== null) return (onCard || key.action !== 'open') && act(key.action, card.task);
    // A task that is open beside the board need not be on it; a menu needs a card to hang on.
    const beside = client.getQueryData(taskQueries.detail(openInPanel(openTask) ?? '').queryKey);
    return beside !== undefined && key.action in columnOf && act(key.action, beside);
  };

  const handle = useEffectEvent((event: KeyboardEvent) => {
    const key =
      event.defaultPrevented || isBusy(event.target) || isLetterKeyOff(event) ? null : boardKey(event);
    if (key !== null && (isHeldDown(key, event) || doKey(key, event))) event.preventDefault();
  });

  useEffect(() => {
    const press = (event: KeyboardEvent) => handle(event);
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

const columnOf = { complete: 'completed', ignore: 'ignored', reopen: 'pending' } as const;

function goFar({ by, to }: Far, from: Task, { columns, state }: Pick<Given, 'columns' | 'state'>): boolean {
  const lines = by === 'list' ? Infinity : linesOnScreen(from.id);
  const id = further(columns[from.status].rows, from.id, to === 'down' ? lines : -lines)?.id;
  if (id !== undefined) state.requestFocus(id);
  return true;
}

/** A key that is held down goes on from card to card, but does nothing to each on its way. */
function isHeldDown({ kind }: BoardKey, { repeat }: KeyboardEvent): boolean {
  return repeat && kind !== 'go' && kind !== 'far';
}

/** The task of the open panel while the panel has the focus, or nothing has. */
function openInPanel(openTask: string | null): string | null {
  const { activeElement } = document;
  const there = activeElement === document.body || activeElement?.closest('[data-task-panel]');
  return there ? openTask : null;
}

/** How many lines of cards the column of the card shows at once; one stays in sight when they are turned like a page. */
function linesOnScreen(taskId: string): number {
  const card = document.querySelector(`[data-task-id="${CSS.escape(taskId)}"]`);
  const seen = card?.closest('[data-column-scroller]')?.clientHeight ?? 0;
  return card ? Math.max(1, Math.floor(seen / card.clientHeight) - 1) : 1;
}

/** The tab stop of the next column that has one, in the step's direction; from nowhere, that of the first column. */
function acrossTo(from: TaskStatus | null, direction: Direction): string | null {
  if (from !== null && (direction === 'up' || direction === 'down')) return null;
  const at = from === null ? -1 : taskStatuses.indexOf(from);
  const ahead = direction === 'left' ? taskStatuses.slice(0, at).toReversed() : taskStatuses.slice(at + 1);
  for (const status of from === null ? taskStatuses : ahead) {
    const stop = document.querySelector(`[data-column="${status}"] [data-task-id][tabindex="0"]`);
    if (stop) return stop.getAttribute('data-task-id');
  }
  return null;
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]',
    ) !== null
  );
}
