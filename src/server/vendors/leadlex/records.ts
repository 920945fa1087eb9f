import type { VendorFailure } from '#contract/command';
import type { Parent, ParentMatch } from '#contract/parent';
import type { ParentKind } from '#contract/vendors';

import { VendorError } from '../port';
import type { NamedRecords, RecordRef, Send, VendorRecord } from '../port';
import * as api from './api';
import { toMatch, toRecord } from './record-mapping';
import type { WireRecord } from './wire';

const mostLookUps = 10;
const mostCandidateCalls = 5;
const hits = 20;
/** assumed: a page of contacts or companies can be as long as one of tasks is by itself. */
const namesakes = 50;

type Candidates = NonNullable<VendorFailure['candidates']>;

/**
 * Contacts and deals one call each, so no more than ten at a time: a small plan has a hundred calls a day. The list of
 * tasks names its records itself, so this is for what it left out.
 */
export async function lookUpRecords(send: Send, refs: readonly RecordRef[]): Promise<VendorRecord[]> {
  const found: VendorRecord[] = [];
  for (const { kind, id } of refs.filter(isSingle).slice(0, mostLookUps)) {
    const record = await unlessRefused(api.getRecord(send, kind, id));
    if (record !== null) found.push(toRecord(kind, record));
  }
  return found;
}

/** Four calls at once; a kind that this key may not read is left out, unless it may read none. */
export async function searchParents(send: Send, query: string): Promise<ParentMatch[]> {
  const named = (record: WireRecord) =>
    (record.title || record.name || '').toLowerCase().includes(query.toLowerCase());
  const answers = await Promise.allSettled([
    api.searchContacts(send, query, hits).then((all) => all.map((one) => toMatch('contact', one))),
    api.searchCompanies(send, query, hits).then((all) => all.map((one) => toMatch('company', one))),
    api.getDeals(send).then((all) => all.filter(named).map((one) => toMatch('deal', one))),
    api.getEvents(send).then((all) => all.filter(named).map((one) => toMatch('event', one))),
  ]);
  const lost = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const failed =
    lost.find((reason) => !isRefusal(reason)) ?? (lost.length === answers.length ? lost[0] : null);
  if (failed !== null) throw failed;
  return answers.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}

/** One call. Only contacts and companies can be given by name. */
export async function findNamed(send: Send, kind: ParentKind, name: string): Promise<NamedRecords> {
  if (kind !== 'contact' && kind !== 'company') return { matches: [], all: true };
  const search = kind === 'contact' ? api.searchContacts : api.searchCompanies;
  const found = await search(send, name, namesakes);
  return { matches: found.map((one) => toMatch(kind, one)), all: found.length < namesakes };
}

/**
 * Gives the records that LeadLex could not tell apart their names, by one search for the name that was typed and, for
 * contacts that it does not find, one by one; five calls at most, so that some may stay under the typed name.
 */
export async function nameCandidates(
  send: Send,
  candidates: Candidates,
  parents: readonly Parent[],
): Promise<Candidates> {
  const byName = parents.filter(({ id }) => id === '');
  // What a refusal is about is told by its words alone, but where one record was given by name it must be that one.
  const kind = byName.length === 1 ? byName[0]?.kind : candidates[0]?.kind;
  const typed = byName.find((parent) => parent.kind === kind)?.name ?? '';
  if (kind !== 'contact' && kind !== 'company') return candidates;
  const search = kind === 'contact' ? api.searchContacts : api.searchCompanies;
  const records = new Map(((await unlessLost(search(send, typed, hits))) ?? []).map((one) => [one.id, one]));
  const unnamed = candidates.filter(({ id }) => kind === 'contact' && !records.has(id));
  for (const { id } of unnamed.slice(0, mostCandidateCalls - 1)) {
    const record = await unlessLost(api.getRecord(send, 'contact', id));
    if (record !== null) records.set(id, record);
  }
  return candidates.map(({ id }) => {
    const record = records.get(id);
    return record === undefined ? { kind, id, name: typed, detail: id } : { ...toMatch(kind, record), id };
  });
}

function isSingle(ref: RecordRef): ref is { kind: 'contact' | 'deal'; id: string } {
  return ref.kind === 'contact' || ref.kind === 'deal';
}

function isRefusal(reason: unknown): boolean {
  return reason instanceof VendorError && reason.kind === 'refused';
}

async function unlessRefused<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** A name is worth no more than a try: the choice can be made without it. */
async function unlessLost<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof VendorError) return null;
    throw error;
  }
}
