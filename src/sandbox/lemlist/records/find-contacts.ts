import { sql, type SqlBool } from 'kysely';

import type { Scope } from '../request';

/** The contacts of a team with their company's name; the start of each query for contacts. */
export function selectContacts({ db, teamId }: Scope) {
  return db
    .selectFrom('lemlist_contacts as contact')
    .leftJoin('lemlist_companies as company', (join) =>
      join.onRef('company.team_id', '=', 'contact.team_id').onRef('company.id', '=', 'contact.company_id'),
    )
    .selectAll('contact')
    .select('company.name as company_name')
    .where('contact.team_id', '=', teamId);
}
export type ContactRow = Awaited<ReturnType<ReturnType<typeof selectContacts>['execute']>>[number];

/** The contacts with these ids or e-mail addresses, in the order asked for; unknown ones are left out. */
export async function findContacts(scope: Scope, idsOrEmails: string[]): Promise<ContactRow[]> {
  const wanted = idsOrEmails.map((one) => one.toLowerCase());
  const rows = await selectContacts(scope)
    .where((eb) =>
      eb.or([
        sql<SqlBool>`contact.id = any(${idsOrEmails}::text[])`,
        sql<SqlBool>`lower(contact.email) = any(${wanted}::text[])`,
      ]),
    )
    .orderBy('contact.id')
    .execute();
  const place = ({ id, email }: ContactRow) => {
    const byId = idsOrEmails.indexOf(id);
    return byId === -1 ? wanted.indexOf(email.toLowerCase()) : byId;
  };
  return rows.toSorted((a, b) => place(a) - place(b));
}

/** Contacts as the API answers them, with the campaigns that each is a lead of. */
export async function contactAnswers({ db, teamId }: Scope, contacts: ContactRow[]) {
  const leads = await db
    .selectFrom('lemlist_leads as lead')
    .innerJoin('lemlist_campaigns as campaign', (join) =>
      join.onRef('campaign.team_id', '=', 'lead.team_id').onRef('campaign.id', '=', 'lead.campaign_id'),
    )
    .select([
      'lead.contact_id',
      'lead.id as leadId',
      'lead.state as leadState',
      'campaign.id as campaignId',
      'campaign.status as campaignState',
    ])
    .where('lead.team_id', '=', teamId)
    .where(sql<SqlBool>`lead.contact_id = any(${contacts.map(({ id }) => id)}::text[])`)
    .orderBy('lead.id')
    .execute();
  return contacts.map((contact) => ({
    _id: contact.id,
    fullName: contact.full_name,
    email: contact.email,
    fields: contactFields(contact),
    campaigns: leads
      .filter((lead) => lead.contact_id === contact.id)
      .map(({ campaignId, campaignState, leadState, leadId }) => ({
        campaignId,
        campaignState,
        leadState,
        leadId,
      })),
    ownerId: contact.owner_id ?? undefined,
    unsubscribed: contact.unsubscribed,
  }));
}

/** What is known of a person beside name and address. */
export function contactFields(contact: ContactRow) {
  return {
    firstName: contact.first_name,
    lastName: contact.last_name,
    jobTitle: contact.job_title,
    phone: contact.phone,
    companyName: contact.company_name ?? '',
    linkedinUrl: contact.linkedin_url,
  };
}
