import { Hono } from 'hono';
import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { assumed } from '../assumptions';
import { needs } from '../gate/permissions';
import { withNamesake } from '../links/pretend-namesake';
import { LeadlexRefusal } from '../refusal';
import { type LeadlexEnv, pageQuery, readPage, readQuery, text } from '../request';
import { contactFields, dealsOf, openTasks, selectContacts } from './find-contacts';

const sortFields = ['full_name', 'first_name', 'last_name', 'email', 'company_name', 'created_at'] as const;
const includable = ['notes', 'tasks', 'deals'] as const;

const contactQuery = pageQuery.extend({
  search: text.optional(),
  list_id: text.optional(),
  sort: z.templateLiteral([z.enum(['', '-']), z.enum(sortFields)]).default('full_name'),
});

const include = text
  .default('')
  .transform((value) => value.split(',').filter((one) => one !== ''))
  .pipe(z.array(z.enum([...includable, '*'])))
  .transform((wanted) => new Set(wanted.includes('*') ? includable : wanted));

/** GET /contacts, and GET /contacts/{id}, whose answer is flat below `data` and has other names for some fields. */
export function contactRoutes(): Hono<LeadlexEnv> {
  const contacts = new Hono<LeadlexEnv>();

  contacts.get('/', needs('contacts:read'), async (c) => {
    const query = readQuery(c, contactQuery);
    let found = selectContacts(c.get('scope'));
    if (query.search) {
      const all = sql`concat_ws(' ', contact.full_name, contact.email, company.name)`;
      found = found.where(sql<SqlBool>`position(lower(${query.search}) in lower(${all})) > 0`);
    }
    if (query.list_id) found = found.where(sql<SqlBool>`${query.list_id} = any(contact.list_ids)`);
    const { rows, meta } = await readPage(
      found
        .orderBy(sql.ref(sortColumn(query.sort)), query.sort.startsWith('-') ? 'desc' : 'asc')
        .orderBy('contact.id'),
      query,
    );
    const shown = query.search ? await withNamesake(c.get('scope'), rows) : rows;
    const answers = shown.map((row) => ({
      ...contactFields(row),
      company_name: row.company_name,
      created_at: row.created_at,
    }));
    return c.json({ data: { contacts: answers }, meta });
  });

  contacts.get('/:id', needs('contacts:read'), async (c) => {
    const scope = c.get('scope');
    const wanted = readQuery(c, z.object({ include })).include;
    const contact = await selectContacts(scope)
      .where('contact.id', '=', c.req.param('id'))
      .executeTakeFirst();
    if (contact === undefined) throw new LeadlexRefusal('not_found', assumed.text.notFound('Contact'));
    return c.json({
      data: {
        ...contactFields(contact),
        company: contact.company_name,
        related_company_id: contact.company_id,
        created_date: contact.created_at,
        ...(wanted.has('tasks') && { open_tasks: await openTasks(scope, contact.id) }),
        ...(wanted.has('deals') && { deals: await dealsOf(scope, contact.id) }),
        ...(wanted.has('notes') && { notes: [] }),
      },
    });
  });

  return contacts;
}

function sortColumn(sort: string): string {
  const field = sort.replace('-', '');
  return field === 'company_name' ? 'company.name' : `contact.${field}`;
}
