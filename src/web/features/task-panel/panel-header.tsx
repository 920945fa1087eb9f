import { X } from 'lucide-react';

import type { Task } from '#contract/task';

import { ChannelIcon, channelNames } from '../../tasks/face/channel-icon';
import { StateWord } from '../../tasks/face/state-word';
import { taskTitle } from '../../tasks/face/task-words';
import { VendorMark } from '../../tasks/face/vendor-mark';
import { IconButton } from '../../ui/button';

type Props = { task: Task | null; titleId: string; fallback: string; onClose: () => void };

const statusLooks = {
  pending: null,
  completed: { word: 'Completed', look: 'bg-done-soft text-done' },
  ignored: { word: 'Ignored', look: 'bg-ignored-soft text-ignored' },
} as const;

/** Channel, title and state of the task, and the way out. */
export function PanelHeader({ task, titleId, fallback, onClose }: Props) {
  const status = task === null ? null : statusLooks[task.status];
  return (
    <header className="flex items-start gap-2 py-3 pr-3 pl-5">
      <div className="min-w-0 grow py-1.5 pointer-coarse:py-3">
        {task !== null && (
          <p className="mb-1.5 flex items-center gap-1.5 text-meta text-muted">
            <ChannelIcon channel={task.channel} />
            {channelNames[task.channel]}
            <VendorMark vendor={task.vendor} named />
            {task.progress && task.status === 'pending' && (
              <span className="rounded-control bg-accent-soft px-1.5 font-medium text-accent-text">
                in progress
              </span>
            )}
            {status !== null && (
              <span className={`rounded-control px-1.5 font-medium ${status.look}`}>{status.word}</span>
            )}
            <StateWord task={task} />
          </p>
        )}
        <h2
          id={titleId}
          tabIndex={-1}
          dir="auto"
          className="rounded-control text-title font-name break-words"
        >
          {task === null ? fallback : taskTitle(task)}
        </h2>
      </div>
      <IconButton label="Close" tip="Close (Esc)" icon={<X size={16} />} onClick={onClose} />
    </header>
  );
}
