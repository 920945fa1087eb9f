import { CalendarClock, Flag, User } from 'lucide-react';
import type { ReactNode } from 'react';

import { dueBucket } from '#contract/dates';

import type { Clock } from '../../tasks/clock/clock';
import { useClock } from '../../tasks/clock/use-clock';
import { dueFromParts, type DueParts } from '../../tasks/due/due-parts';
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
  const { channel } = line;
  const said = channel && { label: channelNames[channel], channel };
  const type = connection === null ? said : (knowledge.typeOf(connection, channel) ?? said);
  const due = connection === null ? line.due : knowledge.dueOf(connection, line.due);
  const isPast = line.due !== null && due !== null && isOver(due, clock);
  return (
    <ul id={id} aria-label="Understood" className="flex min-h-6 flex-wrap gap-1.5">
      {type !== null && (
        <Chip icon={<ChannelIcon channel={type.channel} />} said={channel !== null}>
          {type.label}
        </Chip>
      )}
      <Chip icon={<User size={14} aria-hidden />} said={person !== null}>
        <bdi>{person?.name ?? (searching ? 'Looking for the person…' : 'Nobody yet')}</bdi>
      </Chip>
      {due !== null && (
        <Chip
          icon={<CalendarClock size={14} aria-hidden />}
          said={line.due !== null}
          wrong={due.unread !== undefined || isPast}
        >
          {dueText(due, clock)}
          {isPast && ' (in the past)'}
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

function isOver(due: DueParts, { zone }: Clock): boolean {
  const meant = due.unread === undefined ? dueFromParts(due, zone) : null;
  return meant !== null && dueBucket(meant, new Date(), zone) === 'overdue';
}

type ChipProps = { icon: ReactNode; said: boolean; wrong?: boolean; children: ReactNode };

function Chip({ icon, said, wrong = false, children }: ChipProps) {
  const look = said
    ? 'bg-accent-soft text-accent-text'
    : 'bg-sunken text-muted inset-ring inset-ring-sunken-edge';
  return (
    <li
      className={`flex h-6 max-w-full items-center gap-1.5 rounded-control px-2 text-meta ${wrong ? 'bg-overdue-soft text-overdue' : look}`}
    >
      {icon}
      <span className="truncate">{children}</span>
    </li>
  );
}
