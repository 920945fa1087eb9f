import { setTimeout as wait } from 'node:timers/promises';

import type { FieldError } from '#contract/errors';
import type { NewTask } from '#contract/new-task';
import type { Parent, ParentMatch } from '#contract/parent';
import { vendorRules } from '#contract/vendors';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { tasksOfCommand } from '../store/commands/commands';
import { VendorError, type NamedRecords } from '../vendors/port';
import { nameMeaning, wordsOf, type NameMeaning } from './name-meaning';
import type { OpenVendor } from './open-vendor';

/** A form waits no longer than this; what the vendor has not told by then it tells when the task is delivered. */
const patienceMs = 6_000;
const mostOffered = 20;

/**
 * The parents of a new task, with those given by name found at the vendor while the rep can still choose. Refuses a name
 * that can mean none or several, with the records to choose from. A vendor that cannot be asked now decides at the
 * delivery; a create that was made before has its task, whatever the name would mean today.
 */
export async function resolveNames(
  ctx: Context,
  openVendor: OpenVendor,
  input: NewTask,
): Promise<readonly Parent[]> {
  const parents: readonly Parent[] = input.parents;
  if (parents.every(({ id }) => id !== '')) return parents;
  if ((await tasksOfCommand(ctx.db, ctx.workspaceId, input.id)).length > 0) return parents;
  const vendor = await openUnlessAway(ctx, openVendor, input.connectionId);
  const findNamed = vendor?.adapter.findNamed;
  if (vendor?.adapter.vendor !== input.vendor || findNamed === undefined) return parents;
  const asked = parents.map(async (parent, index): Promise<Answer> => {
    if (parent.id !== '') return { parent };
    const find = (name: string) => findNamed(vendor.send, parent.kind, name);
    return unlessAway(parent, async () => answerTo(input, index, await lookFor(parent.name, find)));
  });
  const answers = await inTime(Promise.all(asked));
  if (answers === null) return parents;
  const errors = answers.flatMap((answer) => ('error' in answer ? [answer.error] : []));
  if (errors.length > 0) throw new Refusal('invalid', 'Say which record is meant.', errors);
  return answers.flatMap((answer) => ('parent' in answer ? [answer.parent] : []));
}

type Answer = { parent: Parent } | { error: FieldError };
type Looked = NameMeaning & { kin: readonly ParentMatch[] };

/** A search may take accents and small slips for other letters, so a name that it does not find is sought by its ends. */
async function lookFor(name: string, find: (name: string) => Promise<NamedRecords>): Promise<Looked> {
  const found = await find(name);
  const meaning = nameMeaning(name, found);
  const words = wordsOf(name);
  if (meaning.fits.length > 0 || words.length < 2) return { ...meaning, kin: found.matches };
  const wider = await Promise.all([...new Set([words[0] ?? '', words.at(-1) ?? ''])].map(find));
  const matches = new Map(wider.flatMap((one) => one.matches).map((match) => [match.id, match]));
  const kin = [...matches.values()];
  return { ...nameMeaning(name, { matches: kin, all: wider.every((one) => one.all) }), kin };
}

function answerTo({ vendor, parents }: NewTask, index: number, looked: Looked): Answer {
  const { surely, fits, kin } = looked;
  if (surely !== null) return { parent: { kind: surely.kind, id: surely.id, name: surely.name } };
  const { kind = 'contact', name = '' } = parents[index] ?? {};
  const message = question(vendorRules[vendor].label, { kind, name }, looked);
  const candidates = (fits.length > 0 ? fits : kin).slice(0, mostOffered);
  return { error: { path: `parents.${index}`, message, candidates } };
}

function question(
  label: string,
  { kind, name }: Pick<Parent, 'kind' | 'name'>,
  { fits, all }: NameMeaning,
): string {
  if (fits.length === 0)
    return `${label} knows no ${kind} called “${name}”. Check the name or choose one from the list.`;
  if (all && fits.length === 1)
    return `${label} knows no ${kind} called just “${name}”, but one that comes near. Choose it or check the name.`;
  const kinds = kind === 'company' ? 'companies' : `${kind}s`;
  return `${label} has ${all ? fits.length : 'many'} ${kinds} called “${name}”. Choose one.`;
}

/** Null when the connection is gone or its key cannot be opened. */
async function openUnlessAway(ctx: Context, openVendor: OpenVendor, connectionId: string) {
  try {
    return await openVendor(ctx, connectionId);
  } catch (error) {
    if (error instanceof VendorError) return null;
    throw error;
  }
}

async function unlessAway(parent: Parent, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof VendorError) return { parent };
    throw error;
  }
}

/** The answer, or null when it does not come within our patience; it is not waited for then. */
async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  const enough = new AbortController();
  const late = wait(patienceMs, null, { signal: enough.signal });
  return Promise.race([answer, late]).finally(() => enough.abort());
}
