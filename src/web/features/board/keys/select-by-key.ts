import type { Task } from '#contract/task';

import { announce } from '../../../ui/live-region';
import type { Selection } from '../selection/use-selection';
import type { BoardState } from '../use-board-state';

type Given = { state: Pick<BoardState, 'requestFocus'>; selection: Selection };

/** What a key selects: the card that has the focus, its column, or nothing any more. Answers whether it did. */
export function selectByKey(
  what: 'card' | 'column' | 'nothing',
  card: Task | null,
  { state, selection }: Given,
): boolean {
  if (what === 'card' && card === null) return false;
  if (what === 'nothing' && selection.ids.size === 0) return false;
  if (what === 'column') selection.selectColumn(card?.status ?? 'pending');
  else if (what === 'card') {
    if (card !== null) selection.toggle(card);
  } else {
    // The focus goes back from the bar of the selection to the cards.
    const inBar = document.activeElement?.closest('[data-bulk-bar]');
    if (inBar) state.requestFocus(selection.tasks[0]?.id ?? null);
    selection.clear();
    announce('Nothing selected.');
  }
  return true;
}
