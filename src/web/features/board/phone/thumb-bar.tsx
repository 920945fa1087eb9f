import { AlarmClock, Ban, Check, Ellipsis, PanelRight, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';

import type { Task } from '#contract/task';

import { taskTitle } from '../../../tasks/face/task-words';
import { canReopen } from '../../../tasks/moves/moves';
import type { CardActions } from '../card/card-actions';

type Props = { task: Task; actions: CardActions };

/** The chosen card's actions where the thumb is. */
export function ThumbBar({ task, actions }: Props) {
  const pending = task.status === 'pending';
  return (
    <div
      role="toolbar"
      data-thumb-bar
      aria-label={`Actions for ${taskTitle(task)}`}
      className="flex shrink-0 border-t bg-raised pb-[env(safe-area-inset-bottom)]"
    >
      {pending && (
        <>
          <Thumb
            label="Complete"
            icon={<Check size={20} />}
            onClick={() => actions.move(task, { kind: 'column', status: 'completed' })}
          />
          <Thumb
            label="Ignore"
            icon={<Ban size={20} />}
            onClick={() => actions.move(task, { kind: 'column', status: 'ignored' })}
          />
          <Thumb
            label="Snooze"
            icon={<AlarmClock size={20} />}
            onClick={() => actions.openMenu(task, 'snooze')}
          />
        </>
      )}
      {!pending && canReopen(task) && (
        <Thumb
          label="Reopen"
          icon={<Undo2 size={20} />}
          onClick={() => actions.move(task, { kind: 'column', status: 'pending' })}
        />
      )}
      <Thumb label="Open" icon={<PanelRight size={20} />} onClick={() => actions.open(task)} />
      <Thumb label="More" icon={<Ellipsis size={20} />} onClick={() => actions.openMenu(task, 'move')} />
    </div>
  );
}

function Thumb({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex h-14 grow basis-0 flex-col items-center justify-center gap-0.5 text-meta text-muted active:bg-hover"
    >
      {icon}
      {label}
    </button>
  );
}
