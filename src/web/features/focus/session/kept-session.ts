import * as z from 'zod/mini';

import { doneKinds } from './done';

const key = 'outboard.focus';
const shape = z.object({
  /** The view that is worked, as its address says it. */
  view: z.string(),
  /** When it was begun, in milliseconds. */
  since: z.number(),
  done: z.record(z.string(), z.enum(doneKinds)),
});
export type Session = z.infer<typeof shape>;

/** The queue that this tab was working before it was loaded again; null when there is none for the view. */
export function readSession(view: string): Session | null {
  try {
    const session = shape.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
    return session.success && session.data.view === view ? session.data : null;
  } catch {
    return null;
  }
}

/** Keeps it as long as the tab lives; where storage is switched off, a page that is loaded again begins anew. */
export function keepSession(session: Session): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(session));
  } catch {
    // Nothing breaks without it.
  }
}
