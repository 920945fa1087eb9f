import { assumed } from '../assumptions';
import { LeadlexRefusal } from '../refusal';
import type { Scope } from '../request';

/** Takes a task away for good, as people can in LeadLex's own app; the API has no such call. Refuses an unknown one. */
export async function deleteTask({ db, workspaceId }: Scope, id: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('leadlex_tasks')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new LeadlexRefusal('not_found', assumed.text.notFound('Task'));
}
