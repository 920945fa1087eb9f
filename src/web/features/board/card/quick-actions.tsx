import { clsx } from 'clsx';
import { AlarmClock, Ban, Check, Ellipsis, PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';

import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import type { Density } from '../../../tasks/face/card-face';
import type { CardActions, CardMenuKind } from './card-actions';

type Props = { task: Task; density: Density; menu: CardMenuKind | null; actions: CardActions };

/** The card's buttons, over its last line on hover and focus; they are always there for those who do not point. */
export function QuickActions({ task, density, menu, actions }: Props) {
  const pending = task.status === 'pending';
  const column = (status: Task['status']) => () => actions.move(task, { kind: 'column', status });
  return (
    <div
      className={clsx(
        'absolute right-1.5 flex gap-0.5 rounded-control bg-surface pl-1 opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 group-data-preview:!opacity-0 group-aria-[current]:bg-accent-soft',
        density === 'compact' ? 'top-1/2 -translate-y-1/2' : 'bottom-1.5',
        menu !== null && '!opacity-100',
      )}
    >
      {pending && (
        <>
          <Action
            label="Complete"
            tip={completeTip(task)}
            icon={<Check size={16} />}
            onClick={column('completed')}
          />
          <Action label="Ignore" tip="Ignore (I)" icon={<Ban size={16} />} onClick={column('ignored')} />
          <Action
            label="Snooze"
            tip="Snooze (S)"
            icon={<AlarmClock size={16} />}
            expanded={menu === 'snooze'}
            onClick={() => actions.openMenu(task, 'snooze')}
          />
        </>
      )}
      <Action
        label="Open"
        tip="Open (Enter)"
        icon={<PanelRight size={16} />}
        onClick={() => actions.open(task)}
      />
      <Action
        label="Move to…"
        tip="Move to…"
        icon={<Ellipsis size={16} />}
        expanded={menu === 'move'}
        onClick={() => actions.openMenu(task, 'move')}
      />
    </div>
  );
}

function completeTip(task: Task): string {
  return task.outbound
    ? `Complete (E). ${vendorRules[task.vendor].label} may send a message.`
    : 'Complete (E)';
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
      onClick={onClick}
      className="flex size-7 items-center justify-center rounded-control text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-10"
    >
      {icon}
    </button>
  );
}
