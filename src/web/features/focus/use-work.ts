import { useState, type RefObject } from 'react';

import { vendorRules } from '#contract/vendors';

import { currentZone } from '../../tasks/clock/clock';
import { personName } from '../../tasks/face/task-words';
import { moveFor, type MoveTarget } from '../../tasks/moves/moves';
import { useMove } from '../../tasks/moves/use-move';
import { useUndoKey } from '../../tasks/steps/use-undo-key';
import { copyText } from '../../ui/copy-text';
import { announce } from '../../ui/live-region';
import { toast } from '../../ui/toast';
import type { FocusProps } from './focus-props';
import type { FocusKey } from './keys/focus-key';
import { useFocusKeys } from './keys/use-focus-keys';
import { endOfQueue } from './queue/stand';
import type { FocusQueue } from './queue/use-queue';

type Given = Omit<FocusProps, 'renderDetails'> & { queue: FocusQueue; root: RefObject<HTMLElement | null> };

/** What a button of the bar asks for, and whether the times to snooze are shown. */
export type Work = {
  press: (key: FocusKey) => void;
  move: (target: MoveTarget) => void;
  snoozing: boolean;
  onSnoozing: (open: boolean) => void;
};

/** What the rep can do with the task in hand; keys, mouse and thumb all ask here. */
export function useWork({ queue, root, onWant, onClose, onFollowUp, onHelp, undoWays }: Given): Work {
  const [snoozing, setSnoozing] = useState(false);
  const move = useMove();
  const undo = useUndoKey(undoWays);
  const { stand, tasks } = queue;
  const task = stand.kind === 'at' ? stand.task : null;

  const step = (by: 1 | -1) => {
    const from = stand.kind === 'at' ? stand.before : tasks.length;
    const next = tasks[from + by];
    if (next !== undefined) onWant(next.id);
    else if (by === -1) announce('This is the first task.');
    else if (stand.kind === 'at' && !queue.column.hasMore) onWant(endOfQueue);
  };
  const moveIt = (target: MoveTarget) => {
    if (task !== null) move(task, target);
  };
  const copy = () => {
    if (task === null) return;
    const { textLabel } = vendorRules[task.vendor];
    if (task.text.trim() === '') toast(`There is no ${textLabel.toLowerCase()} to copy.`);
    else void copyText(textLabel, task.text);
  };
  const reach = () => {
    const way = root.current?.querySelector<HTMLElement>('[data-first-way]');
    if (way) way.click();
    else if (task !== null) toast(unreachable(personName(task)));
  };
  const snooze = () => {
    if (task === null) return;
    const refused = moveFor(task, { kind: 'snooze', snooze: 'tomorrow' }, new Date(), currentZone());
    if (refused.kind === 'refused') toast(refused.reason);
    else setSnoozing(true);
  };
  const doing: Record<FocusKey, () => void> = {
    complete: () => moveIt({ kind: 'column', status: 'completed' }),
    ignore: () => moveIt({ kind: 'column', status: 'ignored' }),
    snooze,
    next: () => step(1),
    previous: () => step(-1),
    reach,
    copy,
    follow: () => task !== null && onFollowUp(task),
    undo,
    help: onHelp,
    leave: onClose,
  };
  const press = (key: FocusKey) => doing[key]();
  useFocusKeys(press);
  return { press, move: moveIt, snoozing, onSnoozing: setSnoozing };
}

function unreachable(name: string): string {
  return `No phone, email or LinkedIn address is known${name === '' ? '.' : ` of ${name}.`}`;
}
