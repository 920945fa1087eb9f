import type { z } from 'zod';

import { VendorError } from './port';
import type { Send, SendRequest } from './port';

/** Makes a vendor's calls, whose answers are read by a schema: one in another form is unreadable, and no proof either way. */
export function asker(vendorLabel: string) {
  return async <Schema extends z.ZodType>(
    send: Send,
    request: SendRequest,
    schema: Schema,
  ): Promise<z.infer<Schema>> => {
    const parsed = schema.safeParse(await send(request));
    if (parsed.success) return parsed.data;
    const message = `${vendorLabel} answered in a form that Outboard does not know.`;
    throw new VendorError(
      { kind: 'unreadable', message, fields: [] },
      { effect: request.method === 'GET' ? 'none' : 'unknown', cause: parsed.error },
    );
  };
}
