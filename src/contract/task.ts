import * as z from 'zod/mini';

import { commandKind, commandState, vendorFailure } from './command';
import { due } from './dates';
import { linkedParent } from './parent';
import { channel, priority, vendor } from './vendors';

export const taskStatuses = ['pending', 'completed', 'ignored'] as const;
export const taskStatus = z.enum(taskStatuses);
export type TaskStatus = z.infer<typeof taskStatus>;

export const mediaItem = z.object({ kind: z.enum(['image', 'video']), url: z.string() });
export type MediaItem = z.infer<typeof mediaItem>;

/** The human behind a task as far as the vendor tells; any part may be unknown. */
export const person = z.object({
  name: z.nullable(z.string()),
  company: z.nullable(z.string()),
  jobTitle: z.nullable(z.string()),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  linkedin: z.nullable(z.string()),
});
export type Person = z.infer<typeof person>;

/** Why it is not known what became of a command, while its answer is lost. */
export const doubt = z.object({
  /** From then on a rep can say it, since the vendor's list may never tell. ISO text. */
  askFrom: z.string(),
  /**
   * Of a new task. `several`: the list shows more of the same than were made; `similar`: it shows one with the same title,
   * due and record that is not quite the same; `unfound`: a rep saw it there, the list does not show it.
   */
  reason: z.nullable(z.enum(['several', 'similar', 'unfound'])),
  /** A rep said that the new task is there; it is looked for in the list. */
  joining: z.boolean(),
});
export type Doubt = z.infer<typeof doubt>;

/** A command that has not ended well yet, as a card shows it. */
export const openCommand = z.object({
  id: z.uuid(),
  kind: commandKind,
  state: commandState,
  holdUntil: z.string(),
  createdAt: z.string(),
  failure: z.nullable(vendorFailure),
  payload: z.record(z.string(), z.unknown()),
  /** Only of an uncertain one. */
  doubt: z.optional(doubt),
});
export type OpenCommand = z.infer<typeof openCommand>;

/**
 * One task as the board draws it: the vendor's state with the rep's undelivered commands already applied.
 * `version` grows with every change of this row; of two copies the higher one is the truth.
 */
export const task = z.object({
  id: z.uuid(),
  version: z.int(),
  connectionId: z.uuid(),
  vendor,
  status: taskStatus,
  channel,
  vendorType: z.string(),
  title: z.string(),
  text: z.string(),
  priority,
  due: z.nullable(due),
  assignee: z.nullable(z.object({ id: z.string(), name: z.string() })),
  campaign: z.nullable(z.object({ id: z.string(), name: z.string(), state: z.nullable(z.string()) })),
  parents: z.array(linkedParent),
  person,
  media: z.array(mediaItem),
  /** Begun and not done, where the vendor knows such a thing. */
  progress: z.boolean(),
  /** Completing it may send a message to the person. */
  outbound: z.boolean(),
  /** Closed by someone at the vendor, not by this board; how is not told. */
  closedElsewhere: z.boolean(),
  /** Its status is kept on this board alone; the vendor knows no such status. */
  boardOnly: z.boolean(),
  createdAt: z.string(),
  closedAt: z.nullable(z.string()),
  /** Other open tasks for the same human, at any vendor. */
  othersOfPerson: z.int(),
  /** Commands on their way or in trouble, oldest first: held, sending, uncertain, failed. */
  commands: z.array(openCommand),
});
export type Task = z.infer<typeof task>;

/** The other tasks of a task's person: open ones first, then those closed today. */
export const personTasks = z.object({ items: z.array(task), touchedToday: z.int() });
export type PersonTasks = z.infer<typeof personTasks>;

/** One page of a column; `nextCursor` is null at its end. */
export const taskPage = z.object({ items: z.array(task), nextCursor: z.nullable(z.string()) });
export type TaskPage = z.infer<typeof taskPage>;

/** How many tasks match, by status and, for the pending ones, by due bucket. */
export const taskCounts = z.object({
  pending: z.int(),
  completed: z.int(),
  ignored: z.int(),
  buckets: z.object({
    overdue: z.int(),
    today: z.int(),
    tomorrow: z.int(),
    week: z.int(),
    later: z.int(),
    none: z.int(),
  }),
});
export type TaskCounts = z.infer<typeof taskCounts>;

/**
 * What changed since a revision, seen through a filter: `items` match it now, `removed` no longer do.
 * `revision` is opaque and goes into the next question; `reset` says that the list must be read anew.
 */
export const taskChanges = z.object({
  revision: z.string(),
  items: z.array(task),
  removed: z.array(z.uuid()),
  reset: z.boolean(),
});
export type TaskChanges = z.infer<typeof taskChanges>;
