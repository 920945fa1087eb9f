import { AlarmClock, Ban, Check, Inbox } from 'lucide-react';

import { taskStatuses, type Task } from '#contract/task';

import { browserZone } from '../../../tasks/queries';
import { useNow } from '../../../tasks/use-now';
import { Menu, MenuHeading, MenuItem, MenuLine } from '../../../ui/menu';
import { moveFor, statusNames, type MoveTarget } from '../moves/moves';
import { snoozeKinds, snoozeNames } from '../moves/snooze-times';
import type { CardActions, CardMenuKind } from './card-actions';

const icons = { pending: Inbox, completed: Check, ignored: Ban } as const;

type Props = { kind: CardMenuKind; task: Task; actions: CardActions };

/** The moves of a drag as a menu, for keys and for fingers: the same targets, the same refusals. */
export function CardMenu({ kind, task, actions }: Props) {
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
      onOpenChange={() => actions.closeMenu(task)}
      onCloseAutoFocus={(event) => event.preventDefault()}
    >
      {kind === 'move' && (
        <>
          <MenuHeading>Move to</MenuHeading>
          {taskStatuses.map((status) => {
            const Icon = icons[status];
            return (
              <Target
                key={status}
                task={task}
                target={{ kind: 'column', status }}
                icon={<Icon size={16} />}
                actions={actions}
              >
                {statusNames[status]}
              </Target>
            );
          })}
          <MenuLine />
        </>
      )}
      <MenuHeading>Snooze until</MenuHeading>
      {snoozeKinds.map((snooze) => (
        <Target
          key={snooze}
          task={task}
          target={{ kind: 'snooze', snooze }}
          icon={<AlarmClock size={16} />}
          actions={actions}
        >
          {snoozeNames[snooze]}
        </Target>
      ))}
    </Menu>
  );
}

type TargetProps = {
  task: Task;
  target: MoveTarget;
  icon: React.ReactNode;
  actions: CardActions;
  children: string;
};

function Target({ task, target, icon, actions, children }: TargetProps) {
  const move = moveFor(task, target, new Date(useNow(60_000)), browserZone);
  if (move.kind === 'none') return null;
  const time =
    move.kind === 'command' && move.command.kind === 'snooze' ? dueTime(move.command.until) : undefined;
  return (
    <MenuItem
      icon={icon}
      {...(time === undefined ? {} : { note: time })}
      refusal={move.kind === 'refused' ? move.reason : undefined}
      onSelect={() => actions.move(task, target)}
    >
      {children}
    </MenuItem>
  );
}

function dueTime(due: NonNullable<Task['due']>): string | undefined {
  return due.kind === 'instant' ? timeOnly.format(new Date(due.at)) : undefined;
}

const timeOnly = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
