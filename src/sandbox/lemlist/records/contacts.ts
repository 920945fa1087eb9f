import { Hono } from 'hono';
import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { assumed } from '../assumptions';
import { LemlistRefusal } from '../refusal';
import { idList, type LemlistEnv, limitUpTo, offset, readQuery, text } from '../request';
import { contactAnswers, findContacts, selectContacts } from './find-contacts';

const contactQuery = z.object({
  idsOrEmails: idList.optional(),
  search: text.min(2).optional(),
  email: text.optional(),
  limit: limitUpTo(500),
  offset: offset.default(0),
});

/** GET /contacts answers in two shapes: a bare array for `idsOrEmails`, a page otherwise. GET /contacts/{idOrEmail} answers one. */
export function contactRoutes(): Hono<LemlistEnv> {
  const contacts = new Hono<LemlistEnv>();

  contacts.get('/', async (c) => {
    const scope = c.get('scope');
    const { idsOrEmails, search, email, limit, offset } = readQuery(c, contactQuery);
    if (idsOrEmails) return c.json(await contactAnswers(scope, await findContacts(scope, idsOrEmails)));

    let found = selectContacts(scope);
    if (email !== undefined) found = found.where(sql<SqlBool>`lower(contact.email) = lower(${email})`);
    if (search !== undefined) {
      const all = sql`concat_ws(' ', contact.full_name, contact.email, company.name)`;
      found = found.where(sql<SqlBool>`position(lower(${search}) in lower(${all})) > 0`);
    }
    const { total } = await found
      .clearSelect()
      .select((eb) => eb.fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow();
    const page = await found
      .orderBy('contact.full_name')
      .orderBy('contact.id')
      .limit(limit)
      .offset(offset)
      .execute();
    return c.json({ data: await contactAnswers(scope, page), total: Number(total), limit, offset });
  });

  contacts.get('/:idOrEmail', async (c) => {
    const scope = c.get('scope');
    const [answer] = await contactAnswers(
      scope,
      (await findContacts(scope, [c.req.param('idOrEmail')])).slice(0, 1),
    );
    if (answer === undefined) throw new LemlistRefusal(404, assumed.text.unknownContact);
    return c.json(answer);
  });

  return contacts;
}
