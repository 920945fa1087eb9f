import type { Task } from '#contract/task';

import type { MoveTarget } from '../../../tasks/moves/moves';

export type CardMenuKind = 'snooze' | 'move';

/** What a card can ask of its board. */
export type CardActions = {
  move: (task: Task, target: MoveTarget) => void;
  open: (task: Task) => void;
  /** Makes a new task after the model of this one. */
  copy: (task: Task) => void;
  /** A press on the card itself, not on one of its buttons. */
  press: (task: Task) => void;
  openMenu: (task: Task, menu: CardMenuKind) => void;
  closeMenu: (task: Task) => void;
  /** The focus that the board asked for has arrived. */
  focused: () => void;
};
