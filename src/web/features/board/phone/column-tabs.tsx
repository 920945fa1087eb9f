import { clsx } from 'clsx';
import { useRef } from 'react';

import { taskStatuses, type TaskStatus } from '#contract/task';

import { statusNames } from '../../../tasks/moves/moves';
import { useDropTarget } from '../moves/use-drop-target';

type Props = {
  shown: TaskStatus;
  totals: Record<TaskStatus, number | null>;
  onShow: (status: TaskStatus) => void;
};

/** On a phone one column is shown at a time; a card can be dropped on the tab of another. */
export function ColumnTabs({ shown, totals, onShow }: Props) {
  return (
    <div role="group" aria-label="Columns" className="flex shrink-0 gap-1 rounded-card bg-sunken p-1">
      {taskStatuses.map((status) => (
        <Tab key={status} status={status} total={totals[status]} chosen={status === shown} onShow={onShow} />
      ))}
    </div>
  );
}

type TabProps = {
  status: TaskStatus;
  total: number | null;
  chosen: boolean;
  onShow: (status: TaskStatus) => void;
};

function Tab({ status, total, chosen, onShow }: TabProps) {
  const element = useRef<HTMLButtonElement>(null);
  const over = useDropTarget(element, { kind: 'column', status });
  return (
    <button
      ref={element}
      type="button"
      aria-pressed={chosen}
      onClick={() => onShow(status)}
      className={clsx(
        'flex h-10 min-w-0 grow basis-0 items-center justify-center gap-1.5 rounded-control border px-1 max-[22.5rem]:basis-auto max-[22.5rem]:gap-1 max-[22.5rem]:text-meta pointer-coarse:h-11',
        chosen ? 'border-hairline bg-surface font-name' : 'border-transparent text-muted',
        over && '!border-accent !bg-accent-soft',
      )}
    >
      <span className="truncate">{statusNames[status]}</span>
      <span className="font-normal text-muted tabular">{total?.toLocaleString()}</span>
    </button>
  );
}
