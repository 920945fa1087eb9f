import * as z from 'zod/mini';

import { parentMatch } from './parent';

/** One complaint about one field: `path` is the field's dotted path (`due`, `parent.id`), empty for the whole input. */
export const fieldError = z.object({
  path: z.string(),
  message: z.string(),
  /** The records that a name can mean, for the rep to choose from; empty when they were looked for and none was found. */
  candidates: z.optional(z.array(parentMatch)),
});
export type FieldError = z.infer<typeof fieldError>;

/** RFC 9457 problem details, the body of every error answer; `errors` names the fields to blame. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(fieldError),
  requestId: z.optional(z.string()),
});
export type Problem = z.infer<typeof problem>;

/** Turns a zod error into field errors, the first message of each path; both sides use it, so both say the same. */
export function fieldErrors(error: z.core.$ZodError): FieldError[] {
  const first = new Map<string, string>();
  for (const issue of error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [null];
    for (const key of keys) {
      const path = [...issue.path, ...(key === null ? [] : [key])].join('.');
      const message = key === null ? issue.message : `“${key}” is not known here. Remove it.`;
      if (!first.has(path)) first.set(path, message);
    }
  }
  return [...first].map(([path, message]) => ({ path, message }));
}
