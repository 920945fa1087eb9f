import * as z from 'zod/mini';

import {
  commandDecision,
  commandKind,
  commandState,
  earlierRefusal,
  lateUndo,
  takenBack,
  vendorFailure,
} from './command';
import { fieldError } from './errors';
import { linkedParent } from './parent';
import { task } from './task';

/** Why one task of a call was refused; the others of the same call went through. */
const refusal = z.object({ code: z.string(), message: z.string(), errors: z.array(fieldError) });

/** What became of a command on one task. */
export const commandResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), taskId: z.uuid(), task }),
  z.object({ ok: z.literal(false), taskId: z.uuid(), error: refusal }),
]);
export type CommandResult = z.infer<typeof commandResult>;

/** The answer to a command, its undo and its retry: one result per task, in the order asked. */
export const commandResults = z.object({ results: z.array(commandResult) });
export type CommandResults = z.infer<typeof commandResults>;

/** The answer to a create: one result per parent. */
export const createResults = z.object({
  results: z.array(
    z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), parent: linkedParent, task }),
      z.object({ ok: z.literal(false), parent: linkedParent, error: refusal }),
    ]),
  ),
});
export type CreateResults = z.infer<typeof createResults>;

/** Field by field: what it was, what it became. */
const fieldChanges = z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }));

/** What was done to a task and what the vendor made of it, newest first. */
export const taskHistory = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: commandKind,
      state: commandState,
      /** Who did it; null when that rep has not said who they are. */
      who: z.nullable(z.string()),
      createdAt: z.string(),
      settledAt: z.nullable(z.string()),
      /** How often it was sent. */
      attempts: z.int(),
      /** Of a sent one, who told that it was done: the vendor's answer, its list after a lost answer, or a rep. */
      settledBy: z.nullable(z.enum(['vendor', 'listing', 'rep'])),
      /** What a rep said when the answer was lost. */
      decision: z.nullable(
        z.object({ as: commandDecision.shape.as, who: z.nullable(z.string()), at: z.string() }),
      ),
      /** Of a cancelled one, who took it back where it was somebody else. */
      undoneBy: z.nullable(takenBack),
      lateUndo: z.nullable(lateUndo),
      /** Oldest first. */
      refusals: z.array(earlierRefusal),
      changes: fieldChanges,
      failure: z.nullable(vendorFailure),
    }),
  ),
  /** What is otherwise by now than this board sent it: the vendor, or somebody there, changed it since; when is not told. */
  elsewhere: fieldChanges,
});
export type TaskHistory = z.infer<typeof taskHistory>;
