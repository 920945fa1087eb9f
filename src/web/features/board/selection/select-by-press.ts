import type { Task } from '#contract/task';

import type { Press } from '../card/card-actions';
import type { Selection } from './use-selection';

/** Whether a press on a card selects instead of opening it: with a key held, or by touch once something is selected. */
export function selectByPress(
  selection: Selection,
  task: Task,
  { shiftKey, ctrlKey, metaKey, touch }: Press,
): boolean {
  const selecting = touch && selection.ids.size > 0;
  if (shiftKey) selection.extendTo(task);
  else if (selecting || ctrlKey || metaKey) selection.toggle(task);
  else return false;
  return true;
}
