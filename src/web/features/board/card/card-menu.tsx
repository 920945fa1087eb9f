import { Ban, Check, Copy, Inbox, SquareCheck, Undo2 } from 'lucide-react';
import { useRef, type ReactNode } from 'react';

import { taskStatuses, type Task } from '#contract/task';

import { currentZone } from '../../../tasks/clock/clock';
import { useZone } from '../../../tasks/clock/use-clock';
import { AssignItems } from '../../../tasks/moves/assign/assign-items';
import { moveFor, statusNames, type Move, type MoveTarget } from '../../../tasks/moves/moves';
import { SnoozeItems } from '../../../tasks/moves/snooze-items';
import { useNow } from '../../../tasks/use-now';
import { keyWorks } from '../../../ui/letter-keys';
import { Menu, MenuGroup, MenuItem, MenuLine } from '../../../ui/menu';
import type { CardActions, CardMenuKind } from './card-actions';

const icons = { pending: Inbox, completed: Check, ignored: Ban } as const;

type Props = { kind: CardMenuKind; task: Task; selected: boolean; actions: CardActions };

/** The moves of a drag as a menu, for keys and for fingers: the same targets, the same refusals. */
export function CardMenu({ kind, task, selected, actions }: Props) {
  const chosen = useRef<MoveTarget | 'copy' | 'select' | null>(null);
  const choose = (target: MoveTarget | 'copy' | 'select') => {
    chosen.current = target;
  };
  // Moved only once the menu has closed, so that the focus goes to the card's neighbour and does not come back.
  const close = () => {
    if (chosen.current === null) actions.closeMenu(task);
    else if (chosen.current === 'copy') actions.copy(task);
    else if (chosen.current === 'select') {
      actions.select(task);
      actions.closeMenu(task);
    } else actions.move(task, chosen.current);
  };
  const anchor = (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      className="pointer-events-none absolute right-2 bottom-2 size-px opacity-0"
    />
  );
  return (
    <Menu
      open
      align="end"
      trigger={anchor}
      onOpenChange={close}
      onCloseAutoFocus={(event) => event.preventDefault()}
    >
      {kind === 'move' && (
        <>
          <MenuItem
            icon={<SquareCheck size={16} />}
            {...(keyWorks('X') ? { note: 'X' } : {})}
            onSelect={() => choose('select')}
          >
            {selected ? 'Take out of the selection' : 'Select'}
          </MenuItem>
          <MenuLine />
        </>
      )}
      {kind === 'move' && (
        <MenuGroup label="Move to">
          {taskStatuses.map((status) => {
            const Icon = icons[status];
            return (
              <Target
                key={status}
                task={task}
                target={{ kind: 'column', status }}
                icon={<Icon size={16} />}
                onChoose={choose}
              >
                {statusNames[status]}
              </Target>
            );
          })}
        </MenuGroup>
      )}
      {kind === 'move' && task.status === 'pending' && <MenuLine />}
      {kind === 'move' && canCopyOnly(task) && (
        <MenuItem icon={<Copy size={16} />} onSelect={() => choose('copy')}>
          Copy as a new task
        </MenuItem>
      )}
      {kind !== 'assign' && task.status === 'pending' && (
        <MenuGroup label="Snooze until">
          <SnoozeItems task={task} onChoose={choose} />
        </MenuGroup>
      )}
      {kind === 'move' && task.status === 'pending' && <MenuLine />}
      {kind !== 'snooze' && task.status === 'pending' && (
        <MenuGroup label="Assign to">
          <AssignItems task={task} most={kind === 'assign' ? 8 : 3} onChoose={choose} />
        </MenuGroup>
      )}
    </Menu>
  );
}

type TargetProps = {
  task: Task;
  target: MoveTarget;
  icon: ReactNode;
  onChoose: (target: MoveTarget) => void;
  children: string;
};

function Target({ task, target, icon, onChoose, children }: TargetProps) {
  const move = moveFor(task, target, new Date(useNow(60_000)), useZone());
  if (move.kind === 'none') return null;
  const reopens = isReopening(task, target, move);
  return (
    <MenuItem
      icon={reopens ? <Undo2 size={16} /> : icon}
      refusal={move.kind === 'refused' ? move.reason : undefined}
      onSelect={() => onChoose(target)}
    >
      {reopens ? 'Reopen' : children}
    </MenuItem>
  );
}

/** The way back to Pending, allowed or not; taking back what is still held is no reopening. */
function isReopening(task: Task, target: MoveTarget, { kind }: Move): boolean {
  return (
    task.status !== 'pending' && target.kind === 'column' && target.status === 'pending' && kind !== 'undo'
  );
}

/** It cannot come back, but it can be done over. */
function canCopyOnly(task: Task): boolean {
  const back = moveFor(task, { kind: 'column', status: 'pending' }, new Date(), currentZone());
  return back.kind === 'refused' && back.copy === true;
}
