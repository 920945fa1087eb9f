import type { Context as HonoContext } from 'hono';
import { en } from 'zod/locales';
import * as z from 'zod/mini';

import { Refusal } from '../refusal';

// The contract has words of its own for what a form can send; these are for all else that a program can.
const inWords = { error: en().localeError };

/** The body by its schema. Refuses what is not JSON; the schema's own complaints become field errors. */
export async function readBody<S extends z.ZodMiniType>(c: HonoContext, schema: S): Promise<z.output<S>> {
  return schema.parse(refuseUnwritable(parseJson(await c.req.text())), inWords);
}

/** The query string by its schema; a parameter given twice counts once, the last. */
export function readQuery<S extends z.ZodMiniType>(c: HonoContext, schema: S): z.output<S> {
  return schema.parse(refuseUnwritable(Object.fromEntries(new URL(c.req.url).searchParams)), inWords);
}

/** An id in the path. */
export function readId(c: HonoContext): string {
  const id = z.uuid().safeParse(c.req.param('id'));
  if (!id.success)
    throw new Refusal('not-found', 'There is nothing at this address.', [
      { path: 'id', message: 'This is not an id.' },
    ]);
  return id.data;
}

const deepest = 20;

/** Refuses text that no database can hold, at its field: the character NUL, and halves of characters. */
function refuseUnwritable(value: unknown, path: readonly string[] = []): unknown {
  if (typeof value === 'string' && /\0|\p{Surrogate}/u.test(value)) {
    const message = 'This text holds a character that cannot be kept. Type it anew.';
    throw new Refusal('invalid', 'Some fields need another look.', [{ path: path.join('.'), message }]);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (path.length === deepest) {
    const message = 'This is nested too deeply.';
    throw new Refusal('malformed', message, [{ path: path[0] ?? '', message }]);
  }
  for (const [name, inner] of Object.entries(value)) refuseUnwritable(inner, [...path, name]);
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message = 'The body is not JSON. Check quotes, commas and brackets.';
    throw new Refusal('malformed', message, [{ path: '', message }]);
  }
}
