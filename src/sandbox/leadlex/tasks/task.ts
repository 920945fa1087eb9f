import type { TaskRow } from '../tables';

/** A task as a create answers it; written as `assignee_id`, read as `assigned_to_user_id`. */
export function taskAnswer(task: TaskRow) {
  return {
    id: task.id,
    title: task.title,
    description: task.description,
    status: task.status,
    priority: task.priority,
    task_type: task.task_type,
    due_date: task.due_date,
    assigned_to_user_id: task.assignee_id,
    contact_id: task.contact_id,
    company_id: task.company_id,
    deal_id: task.deal_id,
    event_id: task.event_id,
    created_date: task.created_date,
  };
}
