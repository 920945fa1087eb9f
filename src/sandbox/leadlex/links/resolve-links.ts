import { assumed } from '../assumptions';
import { LeadlexRefusal } from '../refusal';
import type { Scope } from '../request';
import type { LeadlexTables, TaskRow } from '../tables';
import type { ChangedTask } from '../tasks/task-input';
import { findByName } from './find-by-name';

type LinkField = 'assignee_id' | 'contact_id' | 'company_id' | 'deal_id' | 'event_id';
/** What a body says of each link; undefined where it says nothing. */
type Links = Record<LinkField, string | null | undefined>;

const tableOf = {
  assignee_id: 'leadlex_users',
  contact_id: 'leadlex_contacts',
  company_id: 'leadlex_companies',
  deal_id: 'leadlex_deals',
  event_id: 'leadlex_events',
} as const satisfies Record<LinkField, keyof LeadlexTables>;
const linkFields = Object.keys(tableOf) as LinkField[];

/** Turns names into ids, an explicit id before a name, and refuses ids that the workspace does not have. */
export async function resolveLinks(scope: Scope, input: ChangedTask): Promise<Links> {
  const { assignee_id, deal_id, event_id, contact_name, company_name } = input;
  for (const field of linkFields) {
    const id = input[field];
    if (id) await checkOwned(scope, field, id);
  }
  return {
    assignee_id,
    deal_id,
    event_id,
    contact_id:
      !input.contact_id && contact_name
        ? await findByName(scope, 'contact_name', contact_name)
        : input.contact_id,
    company_id:
      !input.company_id && company_name
        ? await findByName(scope, 'company_name', company_name)
        : input.company_id,
  };
}

/** Refuses an orphan in the words of the document's example. */
export function checkParent(links: Partial<Pick<TaskRow, Exclude<LinkField, 'assignee_id'>>>): void {
  const { contact_id, company_id, deal_id, event_id } = links;
  if (contact_id || company_id || deal_id || event_id) return;
  throw new LeadlexRefusal(
    'validation_error',
    'At least one parent link (contact_id, company_id, deal_id, or event_id) is required',
  );
}

async function checkOwned({ db, workspaceId }: Scope, field: LinkField, id: string): Promise<void> {
  const found = await db
    .selectFrom(tableOf[field])
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw new LeadlexRefusal('not_found', assumed.text.notFound(field));
}
