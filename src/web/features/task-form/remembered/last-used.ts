import * as z from 'zod/mini';

import { keepMemory, readMemory } from '../../../ui/kept/memory';

const key = 'outboard:last-used';
const shape = z.object({
  connectionId: z.optional(z.string()),
  byConnection: z.record(z.string(), z.object({ type: z.string(), assigneeId: z.string() })),
});

/** Where the last task went, and what was chosen last at each connection. */
export type LastUsed = z.infer<typeof shape>;

export function readLastUsed(): LastUsed {
  return readMemory(key, shape) ?? { byConnection: {} };
}

/** Keeps the choices of a created task, to start the next one from. */
export function keepLastUsed(chosen: { connectionId: string; type: string; assigneeId: string }): void {
  const { connectionId, type, assigneeId } = chosen;
  const { byConnection } = readLastUsed();
  keepMemory(key, { connectionId, byConnection: { ...byConnection, [connectionId]: { type, assigneeId } } });
}
