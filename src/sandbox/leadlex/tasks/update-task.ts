import { assumed } from '../assumptions';
import { checkParent, resolveLinks } from '../links/resolve-links';
import { LeadlexRefusal } from '../refusal';
import type { Scope } from '../request';
import type { TaskRow } from '../tables';
import { acceptedCreatedDate } from './created-date';
import type { ChangedTask } from './task-input';

/** Changes what is sent. Refuses an unknown task, and what a create would refuse. */
export async function updateTask(scope: Scope, id: string, input: ChangedTask): Promise<TaskRow> {
  return scope.db.transaction().execute(async (trx) => {
    const inside = { ...scope, db: trx };
    const task = await lockTask(inside, id);
    const links = await resolveLinks(inside, input);
    const createdDate = acceptedCreatedDate(input.created_date, scope.now()) ?? task.created_date;
    const changed: TaskRow = {
      ...task,
      title: input.title ?? task.title,
      status: input.status ?? task.status,
      description: sent(input.description, task.description),
      priority: sent(input.priority, task.priority),
      task_type: sent(input.task_type, task.task_type),
      due_date: sent(input.due_date, task.due_date),
      assignee_id: sent(links.assignee_id, task.assignee_id),
      contact_id: sent(links.contact_id, task.contact_id),
      company_id: sent(links.company_id, task.company_id),
      deal_id: sent(links.deal_id, task.deal_id),
      event_id: sent(links.event_id, task.event_id),
      created_date: createdDate,
      created_at: new Date(createdDate),
    };
    checkParent(changed);
    const { workspace_id, id: _, ...values } = changed;
    await trx
      .updateTable('leadlex_tasks')
      .set(values)
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .execute();
    return changed;
  });
}

function sent<Value>(value: Value | undefined, before: Value): Value {
  return value === undefined ? before : value;
}

async function lockTask({ db, workspaceId }: Scope, id: string): Promise<TaskRow> {
  const task = await db
    .selectFrom('leadlex_tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (task === undefined) throw new LeadlexRefusal('not_found', assumed.text.notFound('Task'));
  return task;
}
