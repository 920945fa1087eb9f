import * as z from 'zod/mini';

import { parentMatch } from '#contract/parent';

import { dropMemory, keepMemory, readMemory } from '../../../ui/kept/memory';

const key = 'outboard:quick-add';
const row = z.object({
  /** Under which the task is created, however often it is sent. */
  id: z.uuid(),
  text: z.string(),
  /** What the rep said when asked: who it is about, and where it goes. */
  person: z.nullable(parentMatch),
  connectionId: z.nullable(z.string()),
  /** It was sent and no answer came: it may be there, as it is written now. */
  sent: z.boolean(),
});
/** A line that is to become a task. */
export type Row = z.infer<typeof row>;

export function newRow(text = ''): Row {
  return { id: crypto.randomUUID(), text, person: null, connectionId: null, sent: false };
}

/** What was typed before and is no task yet; at least one row. */
export function readRows(): Row[] {
  const kept = readMemory(key, z.array(row)) ?? [];
  return kept.length > 0 ? kept : [newRow()];
}

/** Keeps what is typed in this browser. */
export function keepRows(rows: readonly Row[]): void {
  const typed = rows.filter(({ text }) => text.trim() !== '');
  if (typed.length === 0) dropMemory(key);
  else keepMemory(key, typed);
}

/** The line has become a task in the form. */
export function dropRow(id: string): void {
  keepRows(readRows().filter((one) => one.id !== id));
}
