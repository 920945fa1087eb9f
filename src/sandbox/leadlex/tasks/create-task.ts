import { checkParent, resolveLinks } from '../links/resolve-links';
import type { Scope } from '../request';
import type { TaskRow } from '../tables';
import { acceptedCreatedDate } from './created-date';
import type { NewTask } from './task-input';

/** Makes a task. Refuses one without a parent, an id that is not the workspace's, and a name that does not mean one record. */
export async function createTask(scope: Scope, input: NewTask): Promise<TaskRow> {
  checkParent({
    contact_id: input.contact_id ?? input.contact_name ?? null,
    company_id: input.company_id ?? input.company_name ?? null,
    deal_id: input.deal_id ?? null,
    event_id: input.event_id ?? null,
  });
  const links = await resolveLinks(scope, input);
  const now = scope.now();
  const createdDate = acceptedCreatedDate(input.created_date, now) ?? now.toISOString();
  const task: TaskRow = {
    workspace_id: scope.workspaceId,
    id: scope.ids.uuid(),
    title: input.title,
    description: input.description ?? null,
    status: input.status ?? 'open',
    priority: input.priority ?? null,
    task_type: input.task_type ?? null,
    due_date: input.due_date ?? null,
    assignee_id: links.assignee_id ?? null,
    contact_id: links.contact_id ?? null,
    company_id: links.company_id ?? null,
    deal_id: links.deal_id ?? null,
    event_id: links.event_id ?? null,
    created_date: createdDate,
    created_at: new Date(createdDate),
  };
  await scope.db.insertInto('leadlex_tasks').values(task).execute();
  return task;
}
