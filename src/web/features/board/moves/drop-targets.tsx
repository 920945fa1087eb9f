import { AlarmClock, CalendarDays, Ellipsis, Sunrise, UserRound } from 'lucide-react';

import type { Task } from '#contract/task';

import { useClock } from '../../../tasks/clock/use-clock';
import { dayAndTimeWords } from '../../../tasks/face/due-words';
import { initials } from '../../../tasks/face/task-words';
import { firstChoices } from '../../../tasks/moves/assign/assign-choices';
import { useAssignChoices } from '../../../tasks/moves/assign/use-assign-choices';
import { moveFor } from '../../../tasks/moves/moves';
import { snoozeNames } from '../../../tasks/moves/snooze-times';
import type { Drag } from './drag';
import { DropPlate } from './drop-plate';

type Lifted = Extract<Drag, { kind: 'lifted' }>;

/** Places to drop cards on, at the foot of Pending while some are in the air: a later day, and another person. They take
 * room there, so that the last card and the edge by which a column is scrolled are in reach. */
export function DropTargets({ drag }: { drag: Lifted }) {
  if (drag.tasks.every(({ status }) => status !== 'pending')) return null;
  return (
    <div className="relative z-10 mt-auto flex shrink-0 flex-wrap gap-2 border-t p-3 motion-safe:animate-[rise_140ms_ease-out]">
      <div className={group}>
        {snoozes.map((kind) => (
          <SnoozePlate key={kind} kind={kind} drag={drag} />
        ))}
      </div>
      <AssignPlates drag={drag} />
    </div>
  );
}

const group = 'flex min-w-0 grow basis-[min(24rem,100%)] gap-2';

/** As many as there is room for; the menu has them all. */
const snoozes = ['later-today', 'tomorrow', 'next-week'] as const;
const icons = { 'later-today': AlarmClock, tomorrow: Sunrise, 'next-week': CalendarDays } as const;

function SnoozePlate({ kind, drag }: { kind: (typeof snoozes)[number]; drag: Lifted }) {
  const target = { kind: 'snooze', snooze: kind } as const;
  const clock = useClock();
  const move = moveFor(drag.task, target, drag.at, clock.zone);
  const until = move.kind === 'command' && move.command.kind === 'snooze' ? move.command.until : null;
  const Icon = icons[kind];
  return (
    <DropPlate
      drag={drag}
      target={target}
      icon={<Icon size={16} aria-hidden className="shrink-0" />}
      label={snoozeNames[kind]}
      detail={until && dayAndTimeWords(until, clock)}
    />
  );
}

/** The likeliest people, and the way to all others; where nobody can be chosen one stands there to say why. */
function AssignPlates({ drag }: { drag: Lifted }) {
  const everybody = useAssignChoices(drag.tasks.map(({ connectionId }) => connectionId));
  const others = everybody.filter(({ ids }) => !drag.tasks.every((task) => isWith(task, ids)));
  const { people, more } = firstChoices(others, 3);
  const ask = { kind: 'assign', person: 'ask' } as const;
  if (everybody.length > 0 && others.length === 0) return null;
  return (
    <div className={group}>
      {people.map((person) => (
        <DropPlate
          key={JSON.stringify(person.ids)}
          drag={drag}
          target={{ kind: 'assign', person }}
          icon={<Initials name={person.name} />}
          label={person.me ? 'Me' : person.name}
          detail="Assign"
        />
      ))}
      {(more || people.length === 0) && (
        <DropPlate
          drag={drag}
          target={ask}
          icon={
            more ? (
              <Ellipsis size={16} aria-hidden className="shrink-0" />
            ) : (
              <UserRound size={16} aria-hidden className="shrink-0" />
            )
          }
          label={more ? 'Others…' : 'Assign'}
          detail={more ? 'Assign' : null}
        />
      )}
    </div>
  );
}

function isWith({ connectionId, assignee }: Task, ids: Readonly<Record<string, string>>): boolean {
  return assignee !== null && ids[connectionId] === assignee.id;
}

function Initials({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="flex size-5 shrink-0 items-center justify-center rounded-full bg-sunken text-[10px] font-name text-muted inset-ring inset-ring-sunken-edge max-sm:hidden"
    >
      {initials(name)}
    </span>
  );
}
