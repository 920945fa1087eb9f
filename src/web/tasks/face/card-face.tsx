import { clsx } from 'clsx';
import { CirclePlay, Paperclip, Send } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';

import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { ClosedMoment } from '../moment/closed-moment';
import { ChannelIcon } from './channel-icon';
import { DueLabel } from './due-label';
import { NarrowWord } from './narrow-word';
import { OthersMark } from './others-mark';
import { PriorityMark } from './priority-mark';
import { StateWord } from './state-word';
import { initials, personName, surroundings, taskTitle } from './task-words';
import { TypeIcon } from './type-icon';
import { VendorMark } from './vendor-mark';

export type Density = 'comfortable' | 'compact';

type Props = {
  task: Task;
  /** Of the title; who, when and how it stands have ids that begin with it, for those who hear the card. */
  titleId: string;
  density: Density;
  /** Stands over the end of the last line. */
  children?: ReactNode;
};

/** What stands on a card, in one of its two fixed heights. */
export function CardFace({ density, ...rest }: Props) {
  return density === 'compact' ? <CompactFace {...rest} /> : <FullFace {...rest} />;
}

function FullFace({ task, titleId, children }: Omit<Props, 'density'>) {
  return (
    <div data-tips="above" className="@container/card h-full">
      <div className="grid h-full grid-cols-[16px_minmax(0,1fr)] content-center gap-x-2.5 px-3">
        <Channel task={task} />
        <div className="flex min-w-0 items-start gap-2">
          <span className="flex h-5 items-center empty:hidden">
            <TypeIcon task={task} />
          </span>
          <Title task={task} titleId={titleId} lines={2} />
          <span id={`${titleId}-due`} className="contents">
            <When task={task} />
          </span>
        </div>
        <div className="col-start-2 flex h-5 min-w-0 items-center gap-2">
          <People id={`${titleId}-who`} task={task} className="min-w-0 grow" />
          <OthersMark task={task} />
        </div>
        <div className="relative col-start-2 flex min-w-0 items-center gap-2 text-meta text-muted">
          <span id={`${titleId}-state`} className="contents">
            <StateWord task={task} />
          </span>
          <VendorName vendor={task.vendor} />
          <Progress task={task} />
          <PriorityMark priority={task.priority} />
          <Media task={task} />
          <Outbound task={task} worded />
          <Assignee task={task} />
          {children}
        </div>
      </div>
    </div>
  );
}

/** On a narrow card the title and the state word stay, the rest gives way to them. */
function CompactFace({ task, titleId, children }: Omit<Props, 'density'>) {
  const closed = task.status !== 'pending';
  return (
    <div data-tips="above" className="@container/line relative h-full">
      <div className={compactLine}>
        <Channel task={task} />
        <div className="flex min-w-0 items-center gap-2">
          <span className="contents @max-sm:hidden">
            <TypeIcon task={task} />
          </span>
          <Title task={task} titleId={titleId} />
        </div>
        <div className="hidden min-w-0 items-center gap-2 @md:flex">
          <People id={`${titleId}-who`} task={task} className="min-w-0" />
          <OthersMark task={task} />
        </div>
        <div className="flex min-w-0 items-center justify-end gap-2">
          <Outbound task={task} />
          <span id={`${titleId}-state`} className="contents">
            <StateWord task={task} />
          </span>
          <Progress task={task} />
          <span className="contents @max-sm:hidden">
            <PriorityMark priority={task.priority} />
            <VendorMark vendor={task.vendor} named />
          </span>
        </div>
        <div className="flex justify-end">
          <span id={`${titleId}-due`} className={clsx('contents', closed && '@max-sm:hidden')}>
            <When task={task} />
          </span>
        </div>
        <div className="flex justify-end">
          <Assignee task={task} />
        </div>
      </div>
      {children}
    </div>
  );
}

/** An open task is due, a closed one has been closed. */
function When({ task }: { task: Task }) {
  return task.status === 'pending' ? <DueLabel due={task.due} /> : <ClosedMoment task={task} />;
}

/** The name wraps out of sight where there is room for the mark alone. */
function VendorName({ vendor }: Pick<Task, 'vendor'>) {
  const { label } = vendorRules[vendor];
  return (
    <span
      data-tip={label}
      className="flex h-5 min-w-5 grow basis-5 flex-wrap items-center gap-x-1.5 overflow-hidden"
    >
      <span className="flex h-5 items-center">
        <VendorMark vendor={vendor} />
      </span>
      <span className="whitespace-nowrap">{label}</span>
    </span>
  );
}

/** The same columns on every card of a list, so that they line up; where there is little room the title has it. */
const compactLine =
  'grid h-full grid-cols-[16px_minmax(0,1fr)_auto_auto_20px] items-center gap-x-2 px-3 @md:grid-cols-[16px_minmax(0,4fr)_minmax(0,3fr)_minmax(44px,auto)_60px_20px]';

function Channel({ task }: { task: Task }) {
  return (
    <span className="flex h-5 items-center text-muted">
      <ChannelIcon channel={task.channel} named />
    </span>
  );
}

function Title({ task, titleId, lines = 1 }: Pick<Props, 'task' | 'titleId'> & { lines?: 1 | 2 }) {
  return (
    <p
      id={titleId}
      dir="auto"
      data-tip={taskTitle(task)}
      className={clsx(
        'min-w-0 grow text-left font-name text-ink',
        // As high as the other lines while it is one line, and within the card when it is two.
        lines === 1 ? 'truncate' : 'line-clamp-2 py-0.5 leading-4 wrap-anywhere',
      )}
    >
      {taskTitle(task)}
    </p>
  );
}

function People({ id, task, className }: { id: string; task: Task; className?: string }) {
  const name = personName(task);
  const rest = surroundings(task);
  return (
    <p
      id={id}
      className={clsx('truncate text-muted', className)}
      data-tip={[name, ...rest].filter((part) => part).join(' · ')}
    >
      <bdi className="text-ink">{name}</bdi>
      {rest.map((part, index) => (
        <Fragment key={part}>
          {(index > 0 || name !== '') && ' · '}
          <bdi>{part}</bdi>
        </Fragment>
      ))}
    </p>
  );
}

/** Begun and not done: a part of Pending, so a word of its own. */
function Progress({ task: { progress, status } }: { task: Task }) {
  if (!progress || status !== 'pending') return null;
  return (
    <span
      className="flex h-5 shrink-0 items-center rounded-control bg-accent-soft px-1.5 text-meta font-medium text-accent-text"
      data-tip="Begun and not done"
    >
      <NarrowWord icon={CirclePlay}>in progress</NarrowWord>
    </span>
  );
}

function Media({ task }: { task: Task }) {
  const count = task.media.length;
  if (count === 0) return null;
  const words = count === 1 ? '1 file' : `${count} files`;
  return (
    <span className="flex shrink-0 items-center gap-0.5 tabular" data-tip={words}>
      <Paperclip size={14} aria-hidden />
      <span className="sr-only">{words}</span>
      <span aria-hidden>{count}</span>
    </span>
  );
}

function Outbound({ task, worded = false }: { task: Task; worded?: boolean }) {
  if (!task.outbound || task.status !== 'pending') return null;
  return (
    <span
      className="flex shrink-0 items-center gap-1 text-meta text-outbound"
      data-tip="Completing it may send a message to this person."
    >
      <Send size={13} aria-hidden />
      <span className={clsx(!worded && 'sr-only')}>may send</span>
    </span>
  );
}

function Assignee({ task: { assignee } }: { task: Task }) {
  if (assignee === null || assignee.name === '') return null;
  return (
    <span
      role="img"
      aria-label={`Assigned to ${assignee.name}`}
      data-tip={assignee.name}
      className="flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-sunken px-1 text-[10px] font-name text-muted inset-ring inset-ring-sunken-edge"
    >
      {initials(assignee.name) || '·'}
    </span>
  );
}
