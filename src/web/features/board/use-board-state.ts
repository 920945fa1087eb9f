import { useLayoutEffect, useRef, useState } from 'react';

import type { Task } from '#contract/task';

import { currentZone } from '../../tasks/clock/clock';
import { moveFor, type MoveTarget } from '../../tasks/moves/moves';
import { useMove } from '../../tasks/moves/use-move';
import type { CardActions } from './card/card-actions';
import type { CardsProps } from './column/card-list';
import { heir } from './column/rows';
import { inHand } from './selection/in-hand';
import { selectByPress } from './selection/select-by-press';
import type { Selection } from './selection/use-selection';
import { findCard, type BoardColumns } from './use-board-rows';

type Given = {
  columns: BoardColumns;
  phone: boolean;
  selection: Selection;
  onOpen: (taskId: string) => void;
  onCopy: (task: Task) => void;
};

export type BoardState = Pick<CardsProps, 'focusOn' | 'menu' | 'actions'> & {
  requestFocus: (taskId: string | null) => void;
  /** On a phone: the card that the thumb bar is about. */
  chosen: Chosen | null;
};

export type Chosen = {
  taskId: string;
  /** When the board chose it in the place of the card that was moved away; null when the rep did. As `timeStamp`. */
  passedOnAt: number | null;
};

/** What is in the rep's hand: the focus that the board passes on, the open menu, the chosen card; and what cards can ask. */
export function useBoardState({ columns, phone, selection, onOpen, onCopy }: Given): BoardState {
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const [menu, setMenu] = useState<CardsProps['menu']>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const applyMove = useMove();
  // Read when something is done: would the actions change with the columns, every card would be drawn again with each.
  const given = { columns, phone, selection, onOpen, onCopy, menu, chosen, applyMove };
  const latest = useRef(given);
  useLayoutEffect(() => {
    latest.current = given;
  });

  const move = (task: Task, target: MoveTarget) => {
    const hadFocus = latest.current.menu?.taskId === task.id || focusedTask() === task.id;
    const fromPanel = Boolean(document.activeElement?.closest('[data-task-panel]'));
    // A call is drawn elsewhere while it is asked how it ended, and by then its place has closed up.
    const next = heir(findCard(latest.current.columns, task.id)?.column.rows ?? [], task.id);
    setMenu(null);
    latest.current.applyMove(task, target, {
      onMoved: () => {
        if (hadFocus) setFocusOn(next?.id ?? null);
        setChosen((now) => (now?.taskId === task.id ? passedOnTo(next) : now));
      },
      onCopy: latest.current.onCopy,
      onKept: () => {
        if (!fromPanel) setFocusOn(task.id);
      },
    });
  };
  const actions: CardActions = {
    move,
    select: (task, withRange) => latest.current.selection[withRange ? 'extendTo' : 'toggle'](task),
    inHand: (task) => inHand(latest.current.selection, task),
    open: (task) => latest.current.onOpen(task.id),
    copy: (task) => {
      setMenu(null);
      latest.current.onCopy(task);
    },
    press: (task, how) => {
      const { phone, chosen, selection, onOpen } = latest.current;
      if (selectByPress(selection, task, { ...how, touch: how.touch || phone })) return;
      if (phone && chosen?.taskId !== task.id) setChosen({ taskId: task.id, passedOnAt: null });
      else onOpen(task.id);
    },
    openMenu: (task, kind) => {
      const asked = kind === 'move' ? null : asking[kind];
      // Where there is nothing to choose, the refusal says why.
      if (asked !== null && moveFor(task, asked, new Date(), currentZone()).kind === 'refused')
        latest.current.applyMove(task, asked);
      else setMenu({ taskId: task.id, kind });
    },
    closeMenu: (task) => {
      setMenu(null);
      setFocusOn((wanted) => wanted ?? task.id);
    },
    focused: () => setFocusOn(null),
  };
  return { focusOn, menu, chosen: phone ? chosen : null, requestFocus: setFocusOn, actions };
}

const asking = {
  snooze: { kind: 'snooze', snooze: 'pick' },
  assign: { kind: 'assign', person: 'ask' },
} as const;

function passedOnTo(next: Task | null): Chosen | null {
  return next && { taskId: next.id, passedOnAt: performance.now() };
}

/** The task of the card that has the focus, itself or one of its buttons. */
export function focusedTask(): string | null {
  return document.activeElement?.closest('[data-task-id]')?.getAttribute('data-task-id') ?? null;
}
