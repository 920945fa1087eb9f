import type { TaskChange } from '#contract/command';
import type { Campaign, Member } from '#contract/connection';
import type { TaskDraft } from '#contract/new-task';
import type { ParentMatch } from '#contract/parent';

import { VendorError } from '../port';
import type { Send, VendorAdapter, VendorTask } from '../port';
import * as api from './api';
import { listTasks } from './listing';
import { toCallOutcome, toCreateBody, toCreatedTask, toEdit, toVendorTask } from './mapping';
import { toCampaign, toMember, toProspectMatch } from './record-mapping';
import { classify, refused } from './refusal';

const sequencesPerCall = 100;
const mostSequencePages = 100;

/** Saleshandy by https://developer.saleshandy.com (open API v1). What no page says is marked as assumed where it is used. */
export const saleshandyAdapter: VendorAdapter = {
  vendor: 'saleshandy',
  baseUrl: 'https://open-api.saleshandy.com/v1',
  // assumed: one integrator met the limit after 20 calls; how long those count was not seen.
  budgets: () => [{ requests: 20, perMs: 1000 }],
  // A listing takes ten calls of an ordinary team.
  pullEveryMs: () => 15_000,
  // The list shows closed tasks, of which only the latest are read, and no filter is sure to show the snoozed ones.
  absenceMeansClosed: false,
  authorize: (key) => ({ 'x-api-key': key }),
  classify,
  listTasks,
  listMembers,
  listCampaigns,
  // The list tells the prospect of each task, and no call gives one by its id.
  lookUpRecords: () => Promise.resolve([]),
  searchParents,
  createTask,
  editTask,
  async completeTask(send, vendorTaskId, outcome) {
    await api.postComplete(send, vendorTaskId, toCallOutcome(outcome));
  },
  async ignoreTask(send, vendorTaskId) {
    await api.postSkip(send, vendorTaskId);
  },
};

/** Those who can be given tasks; where that list cannot be had, the whole team. */
async function listMembers(send: Send): Promise<Member[]> {
  try {
    return (await api.getAssignees(send)).map(toMember);
  } catch (error) {
    if (!(error instanceof VendorError) || (error.kind !== 'refused' && error.kind !== 'unreadable'))
      throw error;
    return (await api.getTeamMembers(send)).map(toMember);
  }
}

async function listCampaigns(send: Send): Promise<Campaign[]> {
  const found = new Map<string, Campaign>();
  for (let page = 1; page <= mostSequencePages; page += 1) {
    const before = found.size;
    for (const one of await api.getSequences(send, page, sequencesPerCall))
      found.set(one.id, toCampaign(one));
    if (found.size === before) break;
  }
  return [...found.values()];
}

/**
 * The search looks into first name, last name and email; assumed: each by itself, so that a whole name may find nobody. Then the
 * last word is searched for, and who bears the others too is a match.
 */
async function searchParents(send: Send, query: string): Promise<ParentMatch[]> {
  const matches = (await api.searchProspects(send, query, 20)).map(toProspectMatch);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (matches.length > 0 || words.length < 2) return matches;
  const bearers = (await api.searchProspects(send, words.at(-1) ?? '', 100)).map(toProspectMatch);
  return bearers.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
}

/** The answer holds only the id; the due date that Saleshandy chose is read afterwards. */
async function createTask(send: Send, draft: TaskDraft): Promise<VendorTask> {
  const body = toCreateBody(draft);
  const results = await api.postTask(send, body);
  const row = results.find(({ prospectId }) => prospectId === body.prospectIds[0]) ?? results[0];
  if (row?.success === false) throw noTaskFor(draft.parents[0]?.name);
  if (!row?.taskId) throw noIdGiven();
  const created = toCreatedTask(row.taskId, body);
  return draft.due === null ? readBack(send, created) : created;
}

/**
 * Changes the date first: it is what Saleshandy is likelier to refuse, and then nothing has happened yet. Doing both again
 * after a failure in between does no harm, as each sets what is already so.
 */
async function editTask(send: Send, vendorTaskId: string, changes: TaskChange): Promise<VendorTask> {
  const { snoozeUntil, note } = toEdit(changes);
  let answered = snoozeUntil === undefined ? null : await api.postSnooze(send, vendorTaskId, snoozeUntil);
  if (note !== undefined) {
    try {
      answered = await api.patchNote(send, vendorTaskId, note);
    } catch (error) {
      throw snoozeUntil === undefined ? error : halfDone(error);
    }
  }
  if (answered?.taskType) return toVendorTask(answered);
  const sent = toVendorTask({ taskId: vendorTaskId, taskNote: note, snoozedUntil: snoozeUntil });
  return readBack(send, sent);
}

/** The whole task as Saleshandy has it; when it cannot be read now, what is known, for the next listing to complete. */
async function readBack(send: Send, known: VendorTask): Promise<VendorTask> {
  try {
    return toVendorTask(await api.getTask(send, known.vendorTaskId));
  } catch (error) {
    if (error instanceof VendorError) return known;
    throw error;
  }
}

function noTaskFor(name: string | undefined): VendorError {
  const message = `Saleshandy made no task for ${name || 'this prospect'} and gives no reason. Check that the prospect still exists, or choose another.`;
  return new VendorError(refused(message, 'parents'), { effect: 'none' });
}

function noIdGiven(): VendorError {
  const message = 'Saleshandy did not say which task it made. Outboard looks at its list.';
  return new VendorError({ kind: 'unreadable', message, fields: [] }, { effect: 'unknown' });
}

function halfDone(error: unknown): unknown {
  if (!(error instanceof VendorError) || error.kind !== 'refused') return error;
  const message = `The due date was changed, the note was not. ${error.message}`;
  return new VendorError(refused(message, 'text'), { effect: 'none', cause: error });
}
