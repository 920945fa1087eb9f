import { clsx } from 'clsx';
import { AlarmClock, CalendarDays, Sunrise } from 'lucide-react';
import { useRef } from 'react';

import { dayAndTimeWords } from '../../../tasks/face/due-words';
import { moveFor } from '../../../tasks/moves/moves';
import { snoozeNames } from '../../../tasks/moves/snooze-times';
import { browserZone } from '../../../tasks/queries';
import { landingFor, type Drag } from './drag';
import { useDropTarget } from './use-drop-target';

/** As many as there is room for; the menu has them all. */
const kinds = ['later-today', 'tomorrow', 'next-week'] as const;
const icons = { 'later-today': AlarmClock, tomorrow: Sunrise, 'next-week': CalendarDays } as const;

/** Three places to drop a card on, floating at the foot of Pending while one is in the air. */
export function SnoozeTargets({ drag }: { drag: Drag }) {
  if (drag.kind === 'idle' || drag.task.status !== 'pending') return null;
  return (
    <div className="absolute inset-x-3 bottom-3 z-10 flex gap-2 motion-safe:animate-[rise_140ms_ease-out]">
      {kinds.map((kind) => (
        <SnoozeTarget key={kind} kind={kind} drag={drag} />
      ))}
    </div>
  );
}

function SnoozeTarget({ kind, drag }: { kind: (typeof kinds)[number]; drag: Drag }) {
  const element = useRef<HTMLDivElement>(null);
  const target = { kind: 'snooze', snooze: kind } as const;
  const over = useDropTarget(element, target);
  const landing = landingFor(drag, target, over, browserZone);
  const move = drag.kind === 'lifted' ? moveFor(drag.task, target, drag.at, browserZone) : null;
  const until = move?.kind === 'command' && move.command.kind === 'snooze' ? move.command.until : null;
  const Icon = icons[kind];
  return (
    <div
      ref={element}
      className={clsx(
        'flex min-h-16 grow basis-0 flex-col items-center justify-center gap-1 rounded-card border bg-raised px-2 text-center shadow-float transition-colors',
        landing.kind === 'over' && 'border-accent !bg-accent-soft text-accent-text',
        landing.kind === 'open' && 'border-edge',
        landing.kind === 'refusing' && 'border-dashed border-edge text-muted',
      )}
    >
      <span className="flex items-center gap-2 font-medium">
        <Icon size={16} aria-hidden />
        {snoozeNames[kind]}
      </span>
      {landing.kind !== 'refusing' && until !== null && (
        <span className="text-meta text-muted">{dayAndTimeWords(until, browserZone)}</span>
      )}
      {landing.kind === 'refusing' && <span className="text-meta">{landing.reason}</span>}
    </div>
  );
}
