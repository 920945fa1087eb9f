import { addToDate, dateIn, endOfWeek, startOfDate } from '#contract/dates';
import type { Task } from '#contract/task';
import type { SyncState, TaskFilter } from '#contract/task-filter';

export type Around = {
  now: Date;
  /** An IANA name. */
  zone: string;
  /** The members who the rep is; null where this device does not know. */
  me: readonly { connectionId: string; memberId: string }[] | null;
};

const texts = ['name', 'email', 'phone', 'linkedin'] as const;

/** The filters that are not followed here: the database reads a regular expression otherwise than a browser does. */
export function undecidedIn(filter: TaskFilter, { me }: Around): (keyof TaskFilter)[] {
  const patterns = texts.filter((field) => /^\/.+\/$/.test(filter[field] ?? ''));
  const asksForMe = filter.assignee?.some((value) => value === 'me' || value === '-me') ?? false;
  // Whether a rep put it off is in the ledger.
  const dues = filter.due === 'snoozed' ? (['due'] as const) : [];
  return [...patterns, ...dues, ...(asksForMe && me === null ? (['assignee'] as const) : [])];
}

/** Whether a task matches as on the server, but for the filters that are not decided here. */
export function matchesHere(task: Task, filter: TaskFilter, around: Around): boolean {
  const given = { ...filter };
  for (const field of undecidedIn(filter, around)) delete given[field];
  const { person, campaign } = task;
  return (
    hasText(task, given.q) &&
    isOneOf(given.connection, task.connectionId) &&
    isOneOf(given.vendor, task.vendor) &&
    isOneOf(given.channel, task.channel) &&
    isOneOf(given.priority, task.priority) &&
    isInOrOut(given.type, (value) => value === task.vendorType) &&
    isInOrOut(given.campaignState, (value) => value === (campaign?.state ?? '')) &&
    isInOrOut(given.assignee, (value) => isAssignedTo(task, value, around)) &&
    isInOrOut(given.campaign, (value) => isOf(campaign?.id ?? null, value, 'any')) &&
    isDue(task, given.due, around) &&
    isSame(given.name, person.name) &&
    isSame(given.email, person.email) &&
    isSame(given.phone, person.phone) &&
    isSame(given.linkedin, person.linkedin) &&
    (given.state === undefined || given.state.some((state) => isInState(task, state, around.now))) &&
    isWithinReach(task, given.closed ?? 'today', around)
  );
}

/** So many letters of a text are searched, as on the server. */
const searchedLetters = 1000;

function hasText({ title, person, text }: Task, q = ''): boolean {
  if (q === '') return true;
  const parts = [title, person.name, person.company, person.email, text.slice(0, searchedLetters)];
  return parts
    .map((part) => part ?? '')
    .join(' ')
    .toLowerCase()
    .includes(q.toLowerCase());
}

function isOneOf(values: readonly string[] | undefined, value: string): boolean {
  return values === undefined || values.includes(value);
}

/** A leading `-` excludes. */
function isInOrOut(values: readonly string[] | undefined, is: (value: string) => boolean): boolean {
  if (values === undefined) return true;
  const inside = values.filter((value) => !value.startsWith('-'));
  const outside = values.filter((value) => value.startsWith('-')).map((value) => value.slice(1));
  return (inside.length === 0 || inside.some(is)) && !outside.some(is);
}

function isAssignedTo({ assignee, connectionId }: Task, value: string, { me }: Around): boolean {
  if (value !== 'me') return isOf(assignee?.id ?? null, value);
  return (me ?? []).some((one) => one.connectionId === connectionId && one.memberId === assignee?.id);
}

function isOf(id: string | null, value: string, any?: string): boolean {
  if (value === any) return id !== null;
  return value === 'none' ? id === null : id === value;
}

function isSame(wanted: string | undefined, value: string | null): boolean {
  return wanted === undefined || (value ?? '').toLowerCase() === wanted.toLowerCase();
}

function isDue({ due }: Task, wanted: string | undefined, { now, zone }: Around): boolean {
  if (wanted === undefined) return true;
  if (due === null || wanted === 'none') return due === null && wanted === 'none';
  const today = dateIn(zone, now);
  const day = due.kind === 'date' ? due.date : dateIn(zone, new Date(due.at));
  if (wanted === 'overdue') return due.kind === 'date' ? day < today : new Date(due.at) < now;
  const [from, to] = daysOf(wanted, today);
  return (from === '' || day >= from) && (to === '' || day <= to);
}

/** The first and the last day; an empty end is open. */
function daysOf(wanted: string, today: string): [from: string, to: string] {
  if (wanted === 'today') return [today, today];
  if (wanted === 'tomorrow') return [addToDate(today, 1), addToDate(today, 1)];
  if (wanted === 'week') return [today, addToDate(endOfWeek(today), -1)];
  const [from = '', to = ''] = wanted.split('..').map((end) => (end === 'today' ? today : end));
  return [from, to];
}

function isInState({ commands, closedElsewhere, boardOnly }: Task, state: SyncState, now: Date): boolean {
  const isHeld = (until: string) => new Date(until) > now;
  switch (state) {
    case 'held':
      return commands.some((one) => one.state === 'held' && isHeld(one.holdUntil));
    case 'waiting':
      return commands.some(
        (one) => one.state === 'sending' || (one.state === 'held' && !isHeld(one.holdUntil)),
      );
    case 'failed':
      return commands.some((one) => one.state === 'failed');
    case 'checking':
      return commands.some((one) => one.state === 'uncertain');
    case 'elsewhere':
      return closedElsewhere;
    case 'board-only':
      return boardOnly;
  }
}

const daysBack = { today: 0, '7d': 6, '30d': 29 };

function isWithinReach(
  { status, closedAt }: Task,
  reach: NonNullable<TaskFilter['closed']>,
  { now, zone }: Around,
): boolean {
  if (status === 'pending' || reach === 'all') return true;
  return (
    closedAt !== null &&
    new Date(closedAt) >= startOfDate(zone, addToDate(dateIn(zone, now), -daysBack[reach]))
  );
}
