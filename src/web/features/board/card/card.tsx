import { clsx } from 'clsx';
import { useEffect, useId, useRef } from 'react';

import { CardFace, type Density } from '../../../tasks/face/card-face';
import { CountdownLine } from '../../../tasks/face/countdown-line';
import type { DrawnTask } from '../../../tasks/pending';
import type { CardActions, CardMenuKind } from './card-actions';
import { CardMenu } from './card-menu';
import { QuickActions } from './quick-actions';
import { useDraggableCard } from './use-draggable-card';

type Props = {
  task: DrawnTask;
  density: Density;
  /** The one card of its column that Tab reaches. */
  tabStop: boolean;
  /** The board wants the focus here. */
  wantsFocus: boolean;
  /** Its task is open in the panel, or chosen on a phone. */
  current: boolean;
  menu: CardMenuKind | null;
  actions: CardActions;
};

export function Card({ task, density, tabStop, wantsFocus, current, menu, actions }: Props) {
  const element = useRef<HTMLElement>(null);
  const titleId = useId();
  const lifted = useDraggableCard(element, task);
  useEffect(() => {
    if (!wantsFocus) return;
    element.current?.focus({ preventScroll: true });
    actions.focused();
  }, [wantsFocus, actions]);

  const held = task.commands.findLast((command) => command.state === 'held');
  const failed = task.commands.some((command) => command.state === 'failed');
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the board takes its keys
    <article
      ref={element}
      data-task-id={task.id}
      aria-labelledby={titleId}
      aria-current={current || undefined}
      data-lifted={lifted || undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one stop for the column, arrows move on
      tabIndex={tabStop ? 0 : -1}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('button, a, [role=menu]') === null)
          actions.press(task);
      }}
      className={clsx(
        'group relative h-full overflow-hidden rounded-card border bg-(--card) transition-colors select-none focus-visible:outline-offset-[-1px]',
        current ? 'border-accent [--card:var(--accent-soft)]' : 'hover:border-edge [--card:var(--surface)]',
        failed && !current && 'border-overdue',
        lifted && 'opacity-40',
      )}
    >
      <CardFace task={task} titleId={titleId} density={density}>
        <QuickActions task={task} density={density} menu={menu} actions={actions} />
      </CardFace>
      {menu !== null && <CardMenu kind={menu} task={task} actions={actions} />}
      {held && <CountdownLine key={held.id + held.holdUntil} command={held} />}
    </article>
  );
}
