import type { Selectable } from 'kysely';

import type { Due } from '#contract/dates';
import type { MediaItem, TaskStatus } from '#contract/task';
import type { Channel, Priority } from '#contract/vendors';

import type { TaskColumns, TasksTable } from '../schema';

export type TaskRow = Selectable<TasksTable>;

/** Of a row, what is told of a task in a list of what was done. */
export type StepTaskColumns = Pick<
  TaskRow,
  | 'id'
  | 'vendor'
  | 'vendor_type'
  | 'title'
  | 'parents'
  | 'outbound'
  | 'status'
  | 'board_only'
  | 'person_name'
  | 'person_company'
  | 'person_job_title'
  | 'person_email'
  | 'person_phone'
  | 'person_linkedin'
>;

/** The fields of a task that commands and vendors change; `before` and `after` of a command speak in these. */
export type TaskFields = {
  status: TaskStatus;
  /** ISO text, as it is kept in a command. */
  closedAt: string | null;
  closedElsewhere: boolean;
  boardOnly: boolean;
  progress: boolean;
  type: string;
  channel: Channel;
  due: Due | null;
  title: string;
  text: string;
  priority: Priority;
  assigneeId: string | null;
  media: MediaItem[];
};

const noDue = new Date('9999-12-31T00:00:00Z');

export function dueOf(row: Pick<TaskRow, 'due_date' | 'due_at'>): Due | null {
  if (row.due_date !== null) return { kind: 'date', date: row.due_date };
  return row.due_at === null ? null : { kind: 'instant', at: row.due_at.toISOString() };
}

/**
 * The stored sort key: the instant itself; a date sorts at 10:59:59.999 UTC, which lies within that date in every zone
 * from UTC-10 to UTC+13; no due comes last.
 */
export function dueColumns(due: Due | null): Pick<TaskRow, 'due_date' | 'due_at' | 'due_sort'> {
  if (due === null) return { due_date: null, due_at: null, due_sort: noDue };
  if (due.kind === 'date') {
    return { due_date: due.date, due_at: null, due_sort: new Date(`${due.date}T10:59:59.999Z`) };
  }
  return { due_date: null, due_at: new Date(due.at), due_sort: new Date(due.at) };
}

export function fieldsOf(row: TaskRow): TaskFields {
  return {
    status: row.status,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedElsewhere: row.closed_elsewhere,
    boardOnly: row.board_only,
    progress: row.progress,
    type: row.vendor_type,
    channel: row.channel,
    due: dueOf(row),
    title: row.title,
    text: row.text,
    priority: row.priority,
    assigneeId: row.assignee_id,
    media: row.media,
  };
}

export function fieldColumns(fields: Partial<TaskFields>): TaskColumns {
  const { status, closedAt, closedElsewhere, boardOnly, progress, type, channel } = fields;
  const { due, title, text, priority, assigneeId, media } = fields;
  return {
    ...(status !== undefined && { status }),
    ...(closedAt !== undefined && { closed_at: closedAt === null ? null : new Date(closedAt) }),
    ...(closedElsewhere !== undefined && { closed_elsewhere: closedElsewhere }),
    ...(boardOnly !== undefined && { board_only: boardOnly }),
    ...(progress !== undefined && { progress }),
    ...(type !== undefined && { vendor_type: type }),
    ...(channel !== undefined && { channel }),
    ...(due !== undefined && dueColumns(due)),
    ...(title !== undefined && { title }),
    ...(text !== undefined && { text }),
    ...(priority !== undefined && { priority }),
    ...(assigneeId !== undefined && { assignee_id: assigneeId }),
    ...(media !== undefined && { media: JSON.stringify(media) }),
  };
}
