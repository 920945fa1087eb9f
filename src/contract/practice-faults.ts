import * as z from 'zod/mini';

import { orNull } from './or-null';

/** What a practice vendor can be made to do wrong; which of them a vendor knows, its sandbox says. */
export const practiceFaultNames = [
  'limited',
  'down',
  'silent',
  'nonsense',
  'slow',
  'key-refused',
  'lost-answer',
  'partial-success',
  'ambiguous-name',
] as const;
const practiceFaultName = z.enum(practiceFaultNames);
export type PracticeFaultName = z.infer<typeof practiceFaultName>;

/** One that is on. `callsLeft`: how many calls it still meets, null until it is switched off. */
const practiceFault = z.object({
  name: practiceFaultName,
  callsLeft: z.nullable(z.int().check(z.positive())),
});
export type PracticeFault = z.infer<typeof practiceFault>;

/** One practice connection: what it can do wrong, and what is on, in the order in which a call meets them. */
export const practiceTeam = z.object({
  connectionId: z.uuid(),
  known: z.array(practiceFaultName),
  on: z.array(practiceFault),
});
export type PracticeTeam = z.infer<typeof practiceTeam>;
export const practiceTeams = z.object({ items: z.array(practiceTeam) });

/** Switches some off, and then one on, for so many calls or, with null, until it is switched off. */
export const practiceFaultChange = z.strictObject({
  off: z._default(z.array(practiceFaultName), []),
  on: orNull(
    z.strictObject({
      name: practiceFaultName,
      calls: orNull(z.int().check(z.minimum(1), z.maximum(100))),
    }),
  ),
});
export type PracticeFaultChange = z.input<typeof practiceFaultChange>;
