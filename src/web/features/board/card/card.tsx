import { clsx } from 'clsx';
import {
  useEffect,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type MouseEvent as ReactMouseEvent,
  type PointerEvent,
} from 'react';

import { CardFace, type Density } from '../../../tasks/face/card-face';
import { CountdownLine } from '../../../tasks/face/countdown-line';
import type { DrawnTask } from '../../../tasks/pending';
import { followsClock } from '../../../tasks/task-state';
import { HeldKeys } from '../../../ui/held-keys';
import { lazyPart } from '../../../ui/lazy-part';
import { CheckMark } from '../selection/check-mark';
import type { CardActions, CardMenuKind, Press } from './card-actions';
import { QuickActions } from './quick-actions';
import { useDraggableCard } from './use-draggable-card';

const CardMenu = lazyPart(async () => (await import('./card-menu')).CardMenu, <HeldKeys />);

type Props = {
  task: DrawnTask;
  density: Density;
  /** The one card of its column that Tab reaches. */
  tabStop: boolean;
  /** The board wants the focus here. */
  wantsFocus: boolean;
  /** Its task is open in the panel, or chosen on a phone. */
  current: boolean;
  selected: boolean;
  menu: CardMenuKind | null;
  actions: CardActions;
};

export function Card({ task, density, tabStop, wantsFocus, current, selected, menu, actions }: Props) {
  const element = useRef<HTMLElement>(null);
  const titleId = useId();
  const lifted = useDraggableCard(element, task, actions.inHand);
  const [near, nearness] = useNear();
  useEffect(() => {
    if (!wantsFocus) return;
    element.current?.focus({ preventScroll: true });
    actions.focused();
  }, [wantsFocus, actions]);

  const held = task.commands.findLast((command) => command.state === 'held');
  const more = [selected ? 'Selected.' : '', held ? 'Not sent yet.' : ''].join(' ').trim();
  // A word that counts the seconds would be read out with each of them.
  const parts = [...(more === '' ? [] : ['more']), 'who', 'due', ...(followsClock(task) ? [] : ['state'])];
  const failed = task.commands.some((command) => command.state === 'failed');
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the board takes its keys
    <article
      ref={element}
      data-task-id={task.id}
      aria-labelledby={titleId}
      aria-describedby={parts.map((part) => `${titleId}-${part}`).join(' ')}
      aria-current={current || undefined}
      data-selected={selected || undefined}
      data-lifted={lifted || undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one stop for the column, arrows move on
      tabIndex={tabStop ? 0 : -1}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('button, a, [role=menu]') === null)
          actions.press(task, { ...keysOf(event), touch: isTouch(event.nativeEvent) });
      }}
      {...nearness}
      className={clsx(
        'group relative h-full overflow-hidden rounded-card border bg-(--card) transition-colors select-none focus-visible:outline-offset-[-1px]',
        current || selected
          ? 'border-accent [--card:var(--accent-soft)]'
          : 'hover:border-edge [--card:var(--surface)]',
        failed && !current && !selected && 'border-overdue',
        (lifted || selected) && 'data-lifted:opacity-40 [[data-dragging=many]_&]:opacity-40',
      )}
    >
      {more !== '' && (
        <span id={`${titleId}-more`} hidden>
          {more}
        </span>
      )}
      <CardFace task={task} titleId={titleId} density={density}>
        {(near || menu !== null) && (
          <QuickActions task={task} density={density} menu={menu} actions={actions} />
        )}
      </CardFace>
      {(near || selected) && (
        <CheckMark selected={selected} onToggle={(withRange) => actions.select(task, withRange)} />
      )}
      {menu !== null && <CardMenu kind={menu} task={task} selected={selected} actions={actions} />}
      {held && <CountdownLine key={held.id + held.holdUntil} command={held} />}
    </article>
  );
}

/** Whether a pointer is on it or the focus is in it; only then it draws its buttons, which are most of what is in a card. */
function useNear() {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const nearness = {
    // Not “enter”: React keeps that to itself where the card slides under the pointer in place of one that is gone.
    onPointerOver: ({ pointerType }: PointerEvent) => setPointed(pointerType !== 'touch'),
    onPointerLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
      setFocused(currentTarget.contains(relatedTarget)),
  };
  return [pointed || focused, nearness] as const;
}

function keysOf({ shiftKey, ctrlKey, metaKey }: ReactMouseEvent): Omit<Press, 'touch'> {
  return { shiftKey, ctrlKey, metaKey };
}

function isTouch(event: MouseEvent): boolean {
  return 'pointerType' in event && event.pointerType === 'touch';
}
