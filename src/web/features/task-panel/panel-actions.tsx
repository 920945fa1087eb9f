import { AlarmClock, Ban, Check, CirclePause, CirclePlay, Copy, Pencil, Undo2 } from 'lucide-react';

import type { Task } from '#contract/task';

import { SnoozeItems } from '../../tasks/moves/snooze-items';
import { useMove } from '../../tasks/moves/use-move';
import { useCommand } from '../../tasks/use-command';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { actionRules } from './action-rules';
import { OutboundWarning } from './outbound-warning';

type Props = { task: Task; onEdit: () => void; onCopy: () => void };

/** What the rep can do with the task; what the vendor does not offer is told instead of shown. */
export function PanelActions({ task, onEdit, onCopy }: Props) {
  const move = useMove();
  const { open, canEdit, canSnooze, canStart, canReopen, canCopy, warning, notes } = actionRules(task);
  if (!open && !canReopen && !canCopy && notes.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 px-5 pb-4">
      <div className="flex flex-wrap gap-2 max-sm:*:grow">
        {open && (
          <>
            <Button look="primary" onClick={() => move(task, { kind: 'column', status: 'completed' })}>
              <Check size={16} aria-hidden />
              Complete
            </Button>
            <Button onClick={() => move(task, { kind: 'column', status: 'ignored' })}>
              <Ban size={16} aria-hidden />
              Ignore
            </Button>
            {canSnooze && <SnoozeMenu task={task} />}
            {canStart && <ProgressButton task={task} />}
          </>
        )}
        {canReopen && (
          <Button look="primary" onClick={() => move(task, { kind: 'column', status: 'pending' })}>
            <Undo2 size={16} aria-hidden />
            Reopen
          </Button>
        )}
        {canEdit && (
          <Button onClick={onEdit}>
            <Pencil size={16} aria-hidden />
            Edit
          </Button>
        )}
        {canCopy && (
          <Button onClick={onCopy}>
            <Copy size={16} aria-hidden />
            Copy as a new task
          </Button>
        )}
      </div>
      <OutboundWarning words={warning} />
      {notes.map((note) => (
        <p key={note} className="text-meta text-muted">
          {note}
        </p>
      ))}
    </div>
  );
}

/** Begun or not: stays in Pending either way. */
function ProgressButton({ task }: { task: Task }) {
  const { run } = useCommand();
  const { progress } = task;
  const Icon = progress ? CirclePause : CirclePlay;
  return (
    <Button
      onClick={() => run({ kind: 'edit', changes: { progress: !progress }, seen: { progress } }, [task])}
    >
      <Icon size={16} aria-hidden />
      {progress ? 'Not in progress' : 'Start'}
    </Button>
  );
}

function SnoozeMenu({ task }: { task: Task }) {
  const move = useMove();
  return (
    <Menu
      trigger={
        <Button>
          <AlarmClock size={16} aria-hidden />
          Snooze
        </Button>
      }
    >
      <SnoozeItems task={task} onChoose={(target) => move(task, target)} />
    </Menu>
  );
}
