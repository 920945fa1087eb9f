import { sql } from 'kysely';

import { assumed } from '../assumptions';
import { LeadlexRefusal } from '../refusal';
import type { Scope } from '../request';
import { matchName } from './name-match';

type NameField = 'contact_name' | 'company_name';

/** The id of the one record that a name means. Refuses with `no_match`, or with `ambiguous_reference` and the candidates' ids. */
export async function findByName(scope: Scope, field: NameField, name: string): Promise<string> {
  const [first, ...others] = matchName(name, await namesOf(scope, field));
  if (first === undefined) throw new LeadlexRefusal('no_match', assumed.text.noMatch(field, name));
  if (others.length === 0) return first.id;
  const candidates = [first, ...others].map(({ id }) => id);
  throw ambiguous(field, name, candidates);
}

/** For practice: two contacts of the workspace, the ones that match before all others, as if the name meant both. */
export async function pretendAmbiguous(scope: Scope, name: string): Promise<LeadlexRefusal> {
  const all = await namesOf(scope, 'contact_name');
  const candidates = [...new Set([...matchName(name, all), ...all])].slice(0, 2);
  return ambiguous(
    'contact_name',
    name,
    candidates.map(({ id }) => id),
  );
}

function ambiguous(field: NameField, name: string, ids: string[]): LeadlexRefusal {
  const named = ids.slice(0, assumed.mostCandidates);
  return new LeadlexRefusal('ambiguous_reference', assumed.text.ambiguous(field, name, named));
}

async function namesOf({ db, workspaceId }: Scope, field: NameField) {
  const [table, name] =
    field === 'contact_name'
      ? (['leadlex_contacts', 'full_name'] as const)
      : (['leadlex_companies', 'name'] as const);
  return db
    .selectFrom(table)
    .select(['id', sql.ref<string>(name).as('name')])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute();
}
