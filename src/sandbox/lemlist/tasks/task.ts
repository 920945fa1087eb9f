import type { TaskRow } from '../tables';

/** A task in the shape of the documents' examples: keys without a value are undefined, so that JSON leaves them out. */
export function taskAnswer(task: TaskRow) {
  return {
    _id: task.id,
    type: task.type,
    title: task.title,
    priority: task.priority ?? undefined,
    leadId: task.lead_id ?? undefined,
    campaignId: task.campaign_id ?? undefined,
    contactId: task.contact_id ?? undefined,
    dueDate: task.due_date.toISOString(),
    userId: task.user_id,
    content: task.content,
  };
}
