import { CalendarClock, Flag, User } from 'lucide-react';
import type { ReactNode } from 'react';

import { useClock } from '../../tasks/clock/use-clock';
import { dueText } from '../../tasks/due/due-text';
import { channelNames, ChannelIcon } from '../../tasks/face/channel-icon';
import { priorityNames } from '../../tasks/face/priority-mark';
import { VendorMark } from '../../tasks/face/vendor-mark';
import type { FormKnowledge } from './form-knowledge';
import type { Reading } from './rows/use-row-reading';

type Props = { id: string; reading: Reading; knowledge: FormKnowledge };

/** What a line was understood to say: a firm chip for what it says, a pale one for what is taken otherwise. */
export function RowChips({ id, reading, knowledge }: Props) {
  const clock = useClock();
  const { line, connection, person, searching } = reading;
  const type =
    connection === null
      ? line.channel && channelNames[line.channel]
      : (knowledge.typeName(connection, line.channel) ?? (line.channel && channelNames[line.channel]));
  const due = connection === null ? line.due : knowledge.dueOf(connection, line.due);
  return (
    <ul id={id} aria-label="Understood" className="flex min-h-6 flex-wrap gap-1.5">
      {type !== null && type !== '' && (
        <Chip icon={<ChannelIcon channel={line.channel ?? 'manual'} />} said={line.channel !== null}>
          {type}
        </Chip>
      )}
      <Chip icon={<User size={14} aria-hidden />} said={person !== null}>
        <bdi>{person?.name ?? (searching ? 'Looking for the person…' : 'Nobody yet')}</bdi>
      </Chip>
      {due !== null && (
        <Chip icon={<CalendarClock size={14} aria-hidden />} said={line.due !== null}>
          {dueText(due, clock)}
        </Chip>
      )}
      {line.priority !== null && (
        <Chip icon={<Flag size={14} aria-hidden />} said>
          {priorityNames[line.priority]}
        </Chip>
      )}
      {connection !== null && (
        <Chip icon={<VendorMark vendor={connection.vendor} named />} said={line.tools !== null}>
          {connection.label}
        </Chip>
      )}
    </ul>
  );
}

function Chip({ icon, said, children }: { icon: ReactNode; said: boolean; children: ReactNode }) {
  return (
    <li
      className={`flex h-6 max-w-full items-center gap-1.5 rounded-control px-2 text-meta ${said ? 'bg-accent-soft text-accent-text' : 'bg-sunken text-muted'}`}
    >
      {icon}
      <span className="truncate">{children}</span>
    </li>
  );
}
