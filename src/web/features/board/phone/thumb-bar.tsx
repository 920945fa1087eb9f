import { AlarmClock, Ban, Check, Ellipsis, PanelRight, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { taskTitle } from '../../../tasks/face/task-words';
import { offersReopen } from '../../../tasks/moves/moves';
import type { DrawnTask } from '../../../tasks/pending';
import type { CardActions } from '../card/card-actions';
import { isStrayPress } from './stray-press';

type Props = {
  task: DrawnTask;
  /** When the task took the place of one that was moved away; null when the rep chose it. */
  passedOnAt: number | null;
  actions: CardActions;
};

/** The chosen card's actions where the thumb is. A double tap is one: its second tap was not meant for the next card. */
export function ThumbBar({ task, passedOnAt, actions }: Props) {
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
            passedOnAt={passedOnAt}
            label="Complete"
            icon={<Check size={20} />}
            onClick={() => actions.move(task, { kind: 'column', status: 'completed' })}
          />
          <Thumb
            passedOnAt={passedOnAt}
            label="Ignore"
            icon={<Ban size={20} />}
            onClick={() => actions.move(task, { kind: 'column', status: 'ignored' })}
          />
          <Thumb
            passedOnAt={passedOnAt}
            label="Snooze"
            icon={<AlarmClock size={20} />}
            onClick={() => actions.openMenu(task, 'snooze')}
          />
        </>
      )}
      {!pending && offersReopen(task) && (
        <Thumb
          passedOnAt={passedOnAt}
          label="Reopen"
          icon={<Undo2 size={20} />}
          onClick={() => actions.move(task, { kind: 'column', status: 'pending' })}
        />
      )}
      <Thumb
        passedOnAt={passedOnAt}
        label="Open"
        icon={<PanelRight size={20} />}
        onClick={() => actions.open(task)}
      />
      <Thumb
        passedOnAt={passedOnAt}
        label="More"
        icon={<Ellipsis size={20} />}
        onClick={() => actions.openMenu(task, 'move')}
      />
    </div>
  );
}

type ThumbProps = Pick<Props, 'passedOnAt'> & { label: string; icon: ReactNode; onClick: () => void };

function Thumb({ passedOnAt, label, icon, onClick }: ThumbProps) {
  return (
    <button
      type="button"
      onClick={(event) => !isStrayPress(event, passedOnAt) && onClick()}
      // Held down, Enter presses again and again, each time for another card.
      onKeyDown={(event) => event.repeat && event.preventDefault()}
      className="flex h-14 grow basis-0 flex-col items-center justify-center gap-0.5 text-meta text-muted active:bg-hover"
    >
      {icon}
      {label}
    </button>
  );
}
