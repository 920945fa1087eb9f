import * as z from 'zod/mini';

/** Null, and taken as null when it is left out. */
export function orNull<Schema extends z.ZodMiniType>(schema: Schema) {
  return z._default(z.nullable(schema), null);
}
