import { z } from 'zod';

import { Refusal } from '../../refusal';
import type { TaskRow } from '../../store/tasks/task-fields';
import type { Order, Position } from '../../store/tasks/task-order';

const moment = z.iso.datetime().transform((text) => new Date(text));
const id = z.uuid();

const shapes = {
  due: z.tuple([moment, id]),
  priority: z.tuple([z.number().int().min(0).max(9), moment, id]),
  newest: z.tuple([moment, id]),
  person: z.tuple([z.string().max(130), moment, id]),
  closed: z.tuple([moment, id]),
} satisfies Record<Order['name'], z.ZodType<Position>>;

/** Where a page ended, as text that begins with the order's name, so that no other takes it for its own. */
export function writeCursor(order: Order, last: TaskRow): string {
  return Buffer.from(JSON.stringify([order.name, ...order.place(last)])).toString('base64url');
}

/** Refuses what no answer in this order gave. */
export function readCursor(order: Order, text: string): Position {
  try {
    const [name, ...given] = z
      .array(z.unknown())
      .parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (name !== order.name) throw new Error('another order');
    const position: Position = shapes[order.name].parse(given);
    // No database can hold these, so no answer gave them.
    if (position.some((value) => typeof value === 'string' && /\0|\p{Surrogate}/u.test(value)))
      throw new Error('unwritable');
    return position;
  } catch {
    const message = 'This is not a cursor of an earlier answer. Leave it out to begin at the first page.';
    throw new Refusal('invalid', message, [{ path: 'cursor', message }]);
  }
}
