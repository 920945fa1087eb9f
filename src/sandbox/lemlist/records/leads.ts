import { Hono } from 'hono';
import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { badParams, LemlistRefusal } from '../refusal';
import { type LemlistEnv, readQuery, type Scope, text } from '../request';
import { contactFields, type ContactRow, findContacts } from './find-contacts';

/** GET /leads?id= or ?email= answers one flat object; GET /leads/{email}?version=v2 an array, one per campaign. A lead's id in the path finds nothing. */
export function leadRoutes(): Hono<LemlistEnv> {
  const leads = new Hono<LemlistEnv>();

  leads.get('/', async (c) => {
    const { id, email } = readQuery(c, z.object({ id: text.optional(), email: text.optional() }));
    if (id === undefined && email === undefined) throw badParams();
    const [lead] =
      id === undefined ? await leadsByEmail(c.get('scope'), email ?? '') : await leadById(c.get('scope'), id);
    return c.json(flatLead(lead));
  });

  leads.get('/:email', async (c) => {
    const { version } = readQuery(c, z.object({ version: z.string().optional() }));
    const found = await leadsByEmail(c.get('scope'), c.req.param('email'));
    if (version !== 'v2' || found.length === 0) return c.json(flatLead(found[0]));
    return c.json(
      found.map(({ row, contact }) => ({
        _id: row.id,
        contactId: row.contact_id,
        email: contact.email,
        state: row.state,
        variables: contactFields(contact),
        campaign: { id: row.campaign_id, name: row.campaign_name, status: row.campaign_status },
      })),
    );
  });

  return leads;
}

function flatLead(lead: Lead | undefined) {
  if (lead === undefined) throw new LemlistRefusal(404, 'Lead not found');
  const { row, contact } = lead;
  return {
    _id: row.id,
    contactId: row.contact_id,
    email: contact.email,
    ...contactFields(contact),
    campaignId: row.campaign_id,
    campaignName: row.campaign_name,
    state: row.state,
  };
}

function selectLeads({ db, teamId }: Scope) {
  return db
    .selectFrom('lemlist_leads as lead')
    .innerJoin('lemlist_campaigns as campaign', (join) =>
      join.onRef('campaign.team_id', '=', 'lead.team_id').onRef('campaign.id', '=', 'lead.campaign_id'),
    )
    .selectAll('lead')
    .select(['campaign.name as campaign_name', 'campaign.status as campaign_status'])
    .where('lead.team_id', '=', teamId)
    .orderBy('lead.id');
}
type LeadRow = Awaited<ReturnType<ReturnType<typeof selectLeads>['execute']>>[number];
type Lead = { row: LeadRow; contact: ContactRow };

async function leadById(scope: Scope, id: string): Promise<Lead[]> {
  const rows = await selectLeads(scope).where('lead.id', '=', id).execute();
  const contactIds = rows.map((row) => row.contact_id);
  return joinContacts(rows, await findContacts(scope, contactIds));
}

async function leadsByEmail(scope: Scope, email: string): Promise<Lead[]> {
  const found = await findContacts(scope, [email]);
  const contacts = found.filter((contact) => contact.email.toLowerCase() === email.toLowerCase());
  const contactIds = contacts.map((contact) => contact.id);
  const ofContacts = sql<SqlBool>`lead.contact_id = any(${contactIds}::text[])`;
  return joinContacts(await selectLeads(scope).where(ofContacts).execute(), contacts);
}

function joinContacts(rows: LeadRow[], contacts: ContactRow[]): Lead[] {
  return rows.flatMap((row) => {
    const contact = contacts.find(({ id }) => id === row.contact_id);
    return contact === undefined ? [] : [{ row, contact }];
  });
}
