import { z } from 'zod';

import { Refusal } from '../../refusal';
import type { TaskRow } from '../../store/tasks/task-fields';
import type { Order, Position } from '../../store/tasks/task-order';

const moment = z.iso.datetime().transform((text) => new Date(text));
const id = z.uuid();

/** An order that was asked for by name begins with it, so that no other takes its cursor for its own. */
const shapes = {
  due: z.tuple([moment, id]),
  priority: z.tuple([z.literal('priority'), z.number().int().min(0).max(9), moment, id]).transform(unnamed),
  newest: z.tuple([z.literal('newest'), moment, id]).transform(unnamed),
  person: z.tuple([z.literal('person'), z.string().max(130), moment, id]).transform(unnamed),
  closed: z.tuple([moment, id]),
} satisfies Record<Order['name'], z.ZodType>;

function unnamed([, ...position]: readonly [string, ...Position]): Position {
  return position;
}

/** Where a page ended, as text that means something in the same order alone. */
export function writeCursor(order: Order, last: TaskRow): string {
  const name = order.name === 'due' || order.name === 'closed' ? [] : [order.name];
  return Buffer.from(JSON.stringify([...name, ...order.place(last)])).toString('base64url');
}

/** Refuses what no answer in this order gave. */
export function readCursor(order: Order, text: string): Position {
  try {
    const position: Position = shapes[order.name].parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    );
    // No database can hold these, so no answer gave them.
    if (position.some((value) => typeof value === 'string' && /\0|\p{Surrogate}/u.test(value)))
      throw new Error('unwritable');
    return position;
  } catch {
    const message = 'This is not a cursor of an earlier answer. Leave it out to begin at the first page.';
    throw new Refusal('invalid', message, [{ path: 'cursor', message }]);
  }
}
