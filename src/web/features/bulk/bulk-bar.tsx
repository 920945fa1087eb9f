import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { AlarmClock, Ban, Check, Columns3, Flag, UserRound, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react';

import type { BulkAction } from '../../tasks/moves/bulk/bulk-action';
import { kindsQuery } from '../../tasks/moves/bulk/matching-query';
import type { BulkBarProps, BulkWish } from '../../tasks/moves/bulk/selected';
import { useBulk } from '../../tasks/moves/bulk/use-bulk';
import { Button, IconButton } from '../../ui/button';
import { BulkFollow } from './bulk-follow';
import { BulkMatching } from './bulk-matching';
import { ActButton } from './menus/act-button';
import type { ActProps } from './menus/act-props';
import { AssignItems } from './menus/assign-items';
import { BulkMenu } from './menus/bulk-menu';
import { MoveItems } from './menus/move-items';
import { PriorityItems } from './menus/priority-items';
import { SnoozeItems } from './menus/snooze-items';
import { useStandOff } from './use-stand-off';

type Open = Exclude<BulkWish['kind'], 'drop' | 'reopen'>;

const complete: BulkAction = { kind: 'move', target: { kind: 'column', status: 'completed' } };
const ignore: BulkAction = { kind: 'move', target: { kind: 'column', status: 'ignored' } };
const reopen: BulkAction = { kind: 'move', target: { kind: 'column', status: 'pending' } };

/** What can be done to all selected cards, and what has become of it. */
export function BulkBar({ tasks, matching, offer, onWiden, wish, onWish, onClear }: BulkBarProps) {
  const bulk = useBulk();
  const foot = useRef<HTMLDivElement>(null);
  useStandOff(foot);
  const { data: kinds } = useQuery(kindsQuery(matching));
  const act = (action: BulkAction) => bulk.act(action, { tasks, matching }, () => onClear(fieldOf(action)));
  const take = useEffectEvent((asked: BulkWish) => {
    if (asked.kind !== 'drop' && asked.kind !== 'reopen') return;
    onWish(null);
    act(asked.kind === 'drop' ? { kind: 'move', target: asked.target } : reopen);
  });
  useEffect(() => {
    if (wish !== null) take(wish);
  }, [wish]);

  const menu = (kind: Open) => ({
    open: wish?.kind === kind,
    onOpenChange: (next: boolean) => onWish(next ? { kind } : null),
  });
  const counted = kinds ?? tasks.map((subject) => ({ subject, count: 1 }));
  const given: ActProps = { counted, unnamed: matching !== null, onAct: act };
  const words =
    matching === null ? `${tasks.length} selected` : `All ${matching.total.toLocaleString()} selected`;
  const followed = followedOf(bulk);
  return (
    <div className="@container/bulk pointer-events-none absolute inset-x-0 bottom-0 z-20 p-3 pb-[calc(12px+env(safe-area-inset-bottom))] has-[>:empty]:p-0 [[data-dragging]_&]:invisible">
      <div ref={foot} className="flex flex-col items-center gap-2">
        <BulkMatching matching={bulk.matching} />
        {followed !== null && <BulkFollow {...followed} onAgain={bulk.again} onClose={bulk.forget} />}
        {tasks.length > 0 && (
          <div
            role="toolbar"
            tabIndex={-1}
            aria-label={words}
            data-bulk-bar
            onKeyDown={walk}
            className="pointer-events-auto flex max-w-full flex-wrap items-center justify-around gap-1 rounded-card border border-edge bg-raised p-1.5 shadow-float motion-safe:animate-[rise_140ms_ease-out] pointer-coarse:gap-0"
          >
            <div
              className={clsx(
                'flex items-center gap-1',
                offer === null
                  ? '@max-[22rem]/bulk:-order-2 @max-[22rem]/bulk:basis-[calc(100%-2.75rem)]'
                  : '@max-[36rem]/bulk:-order-2 @max-[36rem]/bulk:basis-[calc(100%-2.75rem)]',
              )}
            >
              <span className="px-2 font-name whitespace-nowrap tabular">
                <span className="@max-[36rem]/bulk:hidden">{words}</span>
                <span aria-hidden className="@min-[36rem]/bulk:hidden">
                  {(matching?.total ?? tasks.length).toLocaleString()}
                </span>
              </span>
              {offer !== null && (
                <Button size="small" look="ghost" onClick={onWiden}>
                  Select all {offer.toLocaleString()} that match
                </Button>
              )}
            </div>
            <ActButton
              {...given}
              {...menu('complete')}
              action={complete}
              label="Complete"
              icon={<Check size={16} />}
            />
            <ActButton
              {...given}
              {...menu('ignore')}
              action={ignore}
              label="Ignore"
              icon={<Ban size={16} />}
            />
            <BulkMenu {...menu('snooze')} label="Snooze" icon={<AlarmClock size={16} />}>
              <SnoozeItems {...given} />
            </BulkMenu>
            <BulkMenu {...menu('assign')} label="Assign to…" icon={<UserRound size={16} />}>
              <AssignItems {...given} />
            </BulkMenu>
            <BulkMenu {...menu('priority')} label="Priority" icon={<Flag size={16} />}>
              <PriorityItems {...given} />
            </BulkMenu>
            <BulkMenu {...menu('move')} label="Move to…" icon={<Columns3 size={16} />}>
              <MoveItems {...given} />
            </BulkMenu>
            <IconButton
              label="Select nothing"
              tip="Select nothing (Esc)"
              size="small"
              className={offer === null ? '@max-[22rem]/bulk:-order-1' : '@max-[36rem]/bulk:-order-1'}
              icon={<X size={16} />}
              onClick={() => onClear('none')}
            />
          </div>
        )}
      </div>
    </div>
  );
}

/** The field that it changes on cards that stay where they are; null where they leave their place. */
function fieldOf(action: BulkAction): 'priority' | 'assignee' | null {
  if (action.kind === 'priority') return 'priority';
  return action.kind === 'move' && action.target.kind === 'assign' ? 'assignee' : null;
}

/** What was done last, to those selected or to all that match. */
function followedOf({ run, matching: { asked, result } }: ReturnType<typeof useBulk>) {
  if (run !== null) return { stepId: run.stepId, refused: run.refused, stayed: run.stayed };
  return asked !== null && result !== null ? { stepId: asked.id, refused: [], stayed: null } : null;
}

/** The arrows go from button to button. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  if (at === -1) return;
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}
