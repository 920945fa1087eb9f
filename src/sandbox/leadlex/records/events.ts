import { Hono } from 'hono';
import { z } from 'zod';

import { needs } from '../gate/permissions';
import { type LeadlexEnv, pageQuery, readPage, readQuery } from '../request';

const DAY = 86_400_000;
const WINDOW_DAYS = 30;
const PER_PAGE = 25;

const eventQuery = pageQuery.extend({
  per_page: z.preprocess((size) => size ?? PER_PAGE, pageQuery.shape.per_page),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});

/** GET /calendar/events: 25 on a page, from today to 30 days ahead unless told. Ids are not UUIDs. */
export function eventRoutes(): Hono<LeadlexEnv> {
  return new Hono<LeadlexEnv>().get('/', needs('calendar:read'), async (c) => {
    const { db, workspaceId, now } = c.get('scope');
    const query = readQuery(c, eventQuery);
    const start = Date.parse(query.from ?? now().toISOString().slice(0, 10));
    const lastDay = query.to === undefined ? start + WINDOW_DAYS * DAY : Date.parse(query.to);
    const events = db
      .selectFrom('leadlex_events')
      .select(['id', 'title', 'location', 'starts_at as start_time', 'ends_at as end_time'])
      .where('workspace_id', '=', workspaceId)
      .where('starts_at', '>=', new Date(start))
      .where('starts_at', '<', new Date(lastDay + DAY));
    const { rows, meta } = await readPage(events.orderBy('starts_at').orderBy('id'), query);
    return c.json({ data: { events: rows }, meta });
  });
}
