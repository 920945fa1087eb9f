import { Hono } from 'hono';
import { z } from 'zod';

import { type LemlistEnv, limitUpTo, offset, readQuery, text } from '../request';

const day = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform((value) => new Date(value));
const activityQuery = z.object({
  version: z.literal('v2'),
  type: text.optional(),
  leadId: text.optional(),
  campaignId: text.optional(),
  minDate: day.optional(),
  maxDate: day.optional(),
  limit: limitUpTo(100),
  offset: offset.default(0),
});

/** GET /activities?version=v2, newest first: the only place where a ticked-off task (`manualDone`) can be seen. */
export function activityRoutes(): Hono<LemlistEnv> {
  return new Hono<LemlistEnv>().get('/', async (c) => {
    const query = readQuery(c, activityQuery);
    const { db, teamId } = c.get('scope');
    let found = db
      .selectFrom('lemlist_activities as activity')
      .leftJoin('lemlist_contacts as contact', (join) =>
        join
          .onRef('contact.team_id', '=', 'activity.team_id')
          .onRef('contact.id', '=', 'activity.contact_id'),
      )
      .selectAll('activity')
      .select(['contact.first_name', 'contact.last_name', 'contact.email'])
      .where('activity.team_id', '=', teamId);
    if (query.type) found = found.where('activity.type', '=', query.type);
    if (query.leadId) found = found.where('activity.lead_id', '=', query.leadId);
    if (query.campaignId) found = found.where('activity.campaign_id', '=', query.campaignId);
    if (query.minDate) found = found.where('activity.created_at', '>=', query.minDate);
    if (query.maxDate) found = found.where('activity.created_at', '<=', query.maxDate);
    const rows = await found
      .orderBy('activity.created_at', 'desc')
      .orderBy('activity.id')
      .limit(query.limit)
      .offset(query.offset)
      .execute();
    return c.json(
      rows.map((row) => ({
        _id: row.id,
        type: row.type,
        teamId,
        createdAt: row.created_at.toISOString(),
        leadId: row.lead_id ?? undefined,
        campaignId: row.campaign_id ?? undefined,
        contactId: row.contact_id ?? undefined,
        userId: row.user_id ?? undefined,
        leadFirstName: row.first_name ?? undefined,
        leadLastName: row.last_name ?? undefined,
        leadEmail: row.email ?? undefined,
      })),
    );
  });
}
