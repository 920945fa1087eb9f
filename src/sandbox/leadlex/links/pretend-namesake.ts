import { listFaults } from '../../faults';
import { type ContactRow, selectContacts } from '../records/find-contacts';
import type { Scope } from '../request';

/** The fault that only LeadLex knows: a name that means two people. It meets a create with a contact_name, and a search. */
export const AMBIGUOUS_CONTACT = 'ambiguous-contact';

/** For practice: the one contact that a search found, and another one that goes by the same name while the fault is on. */
export async function withNamesake(scope: Scope, found: ContactRow[]): Promise<ContactRow[]> {
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return found;
  const faults = await listFaults(scope.db, 'leadlex', scope.workspaceId);
  if (!faults.some(({ kind }) => kind === AMBIGUOUS_CONTACT)) return found;
  const other = await selectContacts(scope)
    .where('contact.id', '<>', only.id)
    .orderBy('contact.id')
    .executeTakeFirst();
  const { first_name, last_name, full_name } = only;
  return other === undefined ? found : [only, { ...other, first_name, last_name, full_name }];
}
