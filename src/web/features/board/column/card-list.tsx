import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { clsx } from 'clsx';
import { useEffect, useRef, type RefObject } from 'react';

import type { TaskStatus } from '#contract/task';

import type { Density } from '../../../tasks/face/card-face';
import { Card } from '../card/card';
import type { CardActions, CardMenuKind } from '../card/card-actions';
import { BucketHeading } from './bucket-heading';
import { bucketNames, cardsBefore, type Row } from './rows';
import { useCardFocus } from './use-card-focus';
import { rowOf, useCardWindow, useFocusScroll } from './use-card-window';

export type CardsProps = {
  density: Density;
  lanes: number;
  /** The card that shall get the focus next. */
  focusOn: string | null;
  /** The card that is open in the panel or chosen on a phone. */
  current: string | null;
  selected: ReadonlySet<string>;
  menu: { taskId: string; kind: CardMenuKind } | null;
  requestFocus: (taskId: string) => void;
  actions: CardActions;
};

type Props = CardsProps & {
  status: TaskStatus;
  label: string;
  rows: readonly Row[];
  total: number;
  /** The card in the air. */
  lifted: string | null;
  loadMore: (() => void) | null;
};

const cardHeights = { comfortable: 'h-[84px]', compact: 'h-[44px]' } as const;

/** The cards of a column: only those on the screen are in the page, all others are a matter of arithmetic. */
export function CardList({ status, label, rows, total, lifted, loadMore, ...cards }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { tabStop, onFocus, onBlur } = useCardFocus(rows, cards.requestFocus);
  const keep = [rowOf(rows, cards.menu?.taskId ?? tabStop), rowOf(rows, lifted)];
  const { shown, size, reveal } = useCardWindow(rows, cards.density, scroller, keep);
  useAutoScroll(scroller);
  useFocusScroll(reveal, rows, cards.focusOn);

  const before = cardsBefore(rows);
  const lastCards = shown.findLast(({ index }) => rows[index]?.kind === 'cards')?.index ?? 0;
  const nearEnd = lastCards >= rows.length - 10;
  useEffect(() => {
    if (nearEnd) loadMore?.();
  }, [nearEnd, loadMore]);

  return (
    <div
      ref={scroller}
      className={clsx(
        'min-h-0 grow overflow-y-auto overscroll-contain px-3 pb-3 [[data-selecting]_&]:pb-24',
        // What is scrolled into sight by its focus must not end behind a heading.
        rows[0]?.kind === 'heading' && 'scroll-pt-8',
      )}
      data-column-scroller={status}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- follows where the focus of its cards is */}
      <ul
        aria-label={label}
        className="relative w-full"
        style={{ height: size }}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        {shown.flatMap(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return [];
          if (row.kind === 'heading') {
            const end = shown.find((one) => one.index > index && rows[one.index]?.kind === 'heading')?.start;
            return [
              // As long as its part of the column, and not moved by a transform, which what sticks knows nothing of.
              <li
                key={row.bucket}
                className="pointer-events-none absolute -inset-x-1 z-1"
                style={{ top: start, height: (end ?? size) - start }}
              >
                <BucketHeading bucket={row.bucket} name={bucketNames[row.bucket]} count={row.count} />
              </li>,
            ];
          }
          return row.tasks.map((task, lane) => (
            <li
              key={task.id}
              aria-posinset={(before[index] ?? 0) + lane + 1}
              aria-setsize={total}
              className={`absolute top-0 ${cardHeights[cards.density]} ${placeOf(lane, cards.lanes)}`}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Card
                task={task}
                density={cards.density}
                tabStop={task.id === tabStop}
                wantsFocus={task.id === cards.focusOn}
                current={task.id === cards.current}
                selected={cards.selected.has(task.id)}
                menu={cards.menu?.taskId === task.id ? cards.menu.kind : null}
                actions={cards.actions}
              />
            </li>
          ));
        })}
      </ul>
    </div>
  );
}

function placeOf(lane: number, lanes: number): string {
  if (lanes === 1) return 'inset-x-0';
  return lane === 0 ? 'left-0 w-[calc(50%-3px)]' : 'right-0 w-[calc(50%-3px)]';
}

function useAutoScroll(scroller: RefObject<HTMLDivElement | null>): void {
  useEffect(
    () => (scroller.current ? autoScrollForElements({ element: scroller.current }) : undefined),
    [scroller],
  );
}
