import { clsx } from 'clsx';
import { AlarmClock, Ban, Check, Ellipsis, PanelRight, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';

import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import type { Density } from '../../../tasks/face/card-face';
import { offersReopen, outcomesOf } from '../../../tasks/moves/moves';
import type { DrawnTask } from '../../../tasks/pending';
import type { CardActions, CardMenuKind } from './card-actions';

type Props = { task: DrawnTask; density: Density; menu: CardMenuKind | null; actions: CardActions };

/** The card's buttons, over its last line. */
export function QuickActions({ task, density, menu, actions }: Props) {
  const pending = task.status === 'pending';
  const column = (status: Task['status']) => () => actions.move(task, { kind: 'column', status });
  return (
    <div
      className={clsx(
        'absolute flex rounded-control bg-(--card) group-data-preview:hidden group-data-lifted:hidden',
        'before:absolute before:inset-y-0 before:-left-4 before:w-4 before:bg-linear-to-r before:from-transparent before:to-(--card)',
        '[[data-layout=phone]_&]:pointer-coarse:hidden',
        'top-1/2 -translate-y-1/2',
        // The words “may send” push the marks before them out from under the buttons.
        density === 'comfortable' && pending && task.outbound && 'pl-8',
        density === 'compact'
          ? 'right-2'
          : '-right-1 pointer-coarse:top-auto pointer-coarse:-bottom-0.5 pointer-coarse:translate-y-0',
      )}
    >
      {pending && (
        <>
          <Action
            label="Complete"
            tip={completeTip(task)}
            icon={<Check size={15} />}
            onClick={column('completed')}
          />
          <Action label="Ignore" tip={ignoreTip(task)} icon={<Ban size={15} />} onClick={column('ignored')} />
          <Action
            label="Snooze"
            tip="Snooze (S)"
            icon={<AlarmClock size={15} />}
            expanded={menu === 'snooze'}
            onClick={() => actions.openMenu(task, 'snooze')}
          />
        </>
      )}
      {!pending && offersReopen(task) && (
        <Action label="Reopen" tip="Reopen (R)" icon={<Undo2 size={15} />} onClick={column('pending')} />
      )}
      <Action
        label="Open"
        tip="Open (Enter)"
        icon={<PanelRight size={15} />}
        onClick={() => actions.open(task)}
      />
      <Action
        label="Move to…"
        tip="Move to…"
        icon={<Ellipsis size={15} />}
        expanded={menu === 'move'}
        onClick={() => actions.openMenu(task, 'move')}
      />
    </div>
  );
}

function completeTip(task: Task): string {
  const { label } = vendorRules[task.vendor];
  if (task.outbound) return `Complete (E). ${label} may send a message.`;
  return outcomesOf(task).length > 0 ? `Complete (E). ${label} asks how the call ended.` : 'Complete (E)';
}

function ignoreTip({ vendor }: Task): string {
  return vendorRules[vendor].ignore === 'board' ? 'Ignore (I), on this board only' : 'Ignore (I)';
}

type ActionProps = { label: string; tip: string; icon: ReactNode; expanded?: boolean; onClick: () => void };

function Action({ label, tip, icon, expanded, onClick }: ActionProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      data-tip={tip}
      {...(expanded === undefined ? {} : { 'aria-haspopup': 'menu', 'aria-expanded': expanded })}
      // The first click of a double click takes the card away, the second would hit the next one.
      onClick={(event) => event.detail < 2 && onClick()}
      onKeyDown={(event) => event.repeat && event.preventDefault()}
      className="flex size-6 items-center justify-center rounded-control text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-11"
    >
      {icon}
    </button>
  );
}
