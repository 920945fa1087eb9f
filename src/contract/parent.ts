import * as z from 'zod/mini';

import { trimmedUpTo } from './text';
import { parentKind } from './vendors';

/** The record at the vendor that a task belongs to. */
export const parent = z.object({
  kind: parentKind,
  id: z.string().check(z.minLength(1, 'Choose the record from the list.')),
  name: z.string(),
});
export type Parent = z.infer<typeof parent>;
/** As a task has it: `id` is empty for a record given by its name, until the vendor has said which one it is. */
export const linkedParent = z.extend(parent, { id: z.string() });

/** A record as a search shows it; `detail` tells it from others of the same name. */
export const parentMatch = z.extend(parent, { detail: z.string() });
export type ParentMatch = z.infer<typeof parentMatch>;
export const parentMatches = z.object({ items: z.array(parentMatch) });

/** `GET /api/parents`: the connection's records by name. */
export const parentSearch = z.strictObject({
  connection: z.uuid('Name the connection.'),
  q: trimmedUpTo(200, 'Search for something shorter.').check(z.minLength(2, 'Type at least two characters.')),
});
