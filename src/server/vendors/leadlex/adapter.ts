import type { TaskDraft } from '#contract/new-task';

import { VendorError } from '../port';
import type { Budget, Send, VendorAdapter, VendorTask } from '../port';
import * as api from './api';
import { listTasks } from './listing';
import { notOffered, toCreateBody, toUpdateBody, toWrittenTask } from './mapping';
import { toMember } from './record-mapping';
import { findNamed, lookUpRecords, nameCandidates, searchParents } from './records';
import { classify } from './refusals';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * What the plans allow, and how often the list is walked. Seven calls in ten may be listings, with the names and the team
 * that they ask for; a listing costs one call per 100 tasks, twice that when a task is missing:
 * starter 70 a day, 32 listings (each 45 min), so two pages each; pro 700, 288 (each 5 min), two pages; org 7,000,
 * 4,320 (each 20 s), one page and a half. A longer list comes as soon as the budget has room again. LeadLex counts the day
 * from 00:00 UTC.
 */
const plans = {
  starter: { perMinute: 10, perDay: 100, pullEveryMs: 45 * minute },
  pro: { perMinute: 50, perDay: 1000, pullEveryMs: 5 * minute },
  org: { perMinute: 200, perDay: 10_000, pullEveryMs: minute / 3 },
};

/** LeadLex, a CRM for law firms, by its Create Task page; nothing shows how a task is changed, so that is assumed. */
export const leadlexAdapter: VendorAdapter = {
  vendor: 'leadlex',
  baseUrl: 'https://data.leadlex.com/functions/v1/api-gateway/v1',
  sandboxPath: '/v1',
  budgets(plan): readonly Budget[] {
    const { perMinute, perDay } = limitsOf(plan);
    return [
      { requests: perMinute, perMs: minute },
      { requests: perDay, perMs: day },
    ];
  },
  pullEveryMs: (plan) => limitsOf(plan).pullEveryMs,
  // assumed: the plain list holds the completed tasks too, so that what it leaves out was deleted.
  absenceMeansClosed: true,
  authorize: (key) => ({ authorization: `Bearer ${key}` }),
  classify,
  listTasks,
  async listMembers(send) {
    return (await api.getUsers(send)).map(toMember);
  },
  listCampaigns: () => Promise.resolve([]),
  lookUpRecords,
  searchParents,
  findNamed,
  createTask,
  async editTask(send, vendorTaskId, changes) {
    const body = toUpdateBody(changes);
    return toWrittenTask(await api.patchTask(send, vendorTaskId, body), body);
  },
  async completeTask(send, vendorTaskId) {
    await api.patchTaskStatus(send, vendorTaskId, 'completed');
  },
  async reopenTask(send, vendorTaskId) {
    await api.patchTaskStatus(send, vendorTaskId, 'open');
  },
  ignoreTask() {
    const message = 'LeadLex knows no ignored tasks. Ignore it on this board alone.';
    return Promise.reject(notOffered(null, message));
  },
};

function limitsOf(plan: string | null) {
  return plan === 'pro' || plan === 'org' ? plans[plan] : plans.starter;
}

/** A name that fits several records is refused with those records, named so that the rep can choose. */
async function createTask(send: Send, draft: TaskDraft): Promise<VendorTask> {
  const body = toCreateBody(draft);
  try {
    return toWrittenTask(await api.postTask(send, body), body);
  } catch (error) {
    if (!(error instanceof VendorError) || error.candidates === undefined) throw error;
    const { kind, message, fields, effect } = error;
    const candidates = await nameCandidates(send, error.candidates, draft.parents);
    throw new VendorError({ kind, message, fields, candidates }, { effect, cause: error });
  }
}
