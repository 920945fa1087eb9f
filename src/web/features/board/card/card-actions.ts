import type { Task } from '#contract/task';

import type { MoveTarget } from '../../../tasks/moves/moves';

export type CardMenuKind = 'snooze' | 'assign' | 'move';

/** How a card was pressed. */
export type Press = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'> & { touch: boolean };

/** What a drag lifts: the tasks that are known here, and how many there are in all. */
export type InHand = { tasks: readonly Task[]; count: number };

/** What a card can ask of its board. */
export type CardActions = {
  move: (task: Task, target: MoveTarget) => void;
  open: (task: Task) => void;
  /** Makes a new task after the model of this one. */
  copy: (task: Task) => void;
  /** A press on the card itself, not on one of its buttons. */
  press: (task: Task, how: Press) => void;
  /** Selects the card or no longer; with a range, all from the last one to it. */
  select: (task: Task, withRange?: boolean) => void;
  /** What is lifted together with the card: all that are selected when it is one of them. */
  inHand: (task: Task) => InHand;
  openMenu: (task: Task, menu: CardMenuKind) => void;
  closeMenu: (task: Task) => void;
  /** The focus that the board asked for has arrived. */
  focused: () => void;
};
