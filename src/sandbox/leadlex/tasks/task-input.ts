import { z } from 'zod';

import { assumed } from '../assumptions';
import { text } from '../request';
import { priorities, taskStatuses } from '../tables';

/** An id or a name; empty text is none. */
const reference = text.nullish().transform((value) => (value === '' ? null : value));

/** ISO 8601 or YYYY-MM-DD. */
const dueDate = z
  .union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], {
    error: 'must be ISO 8601 or YYYY-MM-DD',
  })
  .nullish();

/** Body of POST /tasks (sources/leadlex-create-task.txt); company_id is from the error text of the same page. */
export const newTask = z.object(
  {
    title: z.string({ error: assumed.text.missingTitle }).pipe(text.regex(/\S/, assumed.text.missingTitle)),
    description: text.nullish(),
    status: z.enum(taskStatuses).optional(),
    priority: z.enum(priorities).nullish(),
    task_type: text.nullish(),
    due_date: dueDate,
    assignee_id: reference,
    contact_id: reference,
    contact_name: reference,
    company_id: reference,
    company_name: reference,
    deal_id: reference,
    event_id: reference,
    created_date: z.unknown().optional(),
  },
  { error: assumed.text.notJson },
);
export type NewTask = z.infer<typeof newTask>;

/** Body of the assumed PATCH /tasks/{id}: the same fields, none of them required. */
export const changedTask = newTask.partial();
export type ChangedTask = z.infer<typeof changedTask>;
