import type { Campaign } from '#contract/connection';
import type { ParentMatch } from '#contract/parent';
import type { ParentKind } from '#contract/vendors';

import { VendorError } from '../port';
import type { RecordRef, Send, VendorAdapter, VendorRecord } from '../port';
import * as api from './api';
import { listTasks } from './listing';
import { classify, toCreateBody, toUpdateBody, toWrittenTask } from './mapping';
import {
  toCampaign,
  toCompanyMatch,
  toCompanyRecord,
  toContactRecord,
  toLeadRecord,
  toMatch,
  toMember,
} from './record-mapping';

const mostIds = 100;
const campaignsPerCall = 100;
const mostCampaignPages = 100;
const hits = 20;
const leadsAtOnce = 5;

/** lemlist by https://developer.lemlist.com; its limit is 20 requests in 2 seconds for each key. */
export const lemlistAdapter: VendorAdapter = {
  vendor: 'lemlist',
  baseUrl: 'https://api.lemlist.com/api',
  budgets: () => [{ requests: 20, perMs: 2000 }],
  pullEveryMs: () => 10_000,
  // "Tasks marked as done are automatically excluded from results"; assumed: ignored ones as well.
  absenceMeansClosed: true,
  authorize: (key) => ({ authorization: `Basic ${Buffer.from(`:${key}`).toString('base64')}` }),
  classify,
  listTasks,
  async listMembers(send) {
    const { users } = await api.getTeam(send);
    return users.map(toMember);
  },
  listCampaigns,
  lookUpRecords,
  searchParents,
  async createTask(send, draft) {
    const body = toCreateBody(draft);
    const created = toWrittenTask(await api.postTask(send, body), body);
    // assumed: the answer may not name a company, so an answer without any record has the one that was asked for.
    return created.parents.length > 0
      ? created
      : { ...created, parents: draft.parents.map(({ kind, id }) => ({ kind, id })) };
  },
  async editTask(send, vendorTaskId, changes) {
    const body = toUpdateBody(changes);
    return toWrittenTask(await api.patchTask(send, vendorTaskId, body), body);
  },
  async completeTask(send, vendorTaskId) {
    await api.patchTaskDone(send, vendorTaskId);
  },
  async ignoreTask(send, vendorTaskId) {
    await api.postTasksIgnore(send, [vendorTaskId]);
  },
};

async function listCampaigns(send: Send): Promise<Campaign[]> {
  const found = new Map<string, Campaign>();
  for (let page = 0; page < mostCampaignPages; page += 1) {
    const campaigns = await api.getCampaigns(send, campaignsPerCall, page * campaignsPerCall);
    const before = found.size;
    for (const campaign of campaigns) found.set(campaign._id, toCampaign(campaign));
    if (campaigns.length < campaignsPerCall || found.size === before) break;
  }
  return [...found.values()];
}

async function lookUpRecords(send: Send, refs: readonly RecordRef[]): Promise<VendorRecord[]> {
  const ids = (kind: ParentKind) => [
    ...new Set(refs.filter((ref) => ref.kind === kind).map((ref) => ref.id)),
  ];
  const contacts = await inChunks(ids('contact'), mostIds, (some) => api.getContactsByIds(send, some));
  const companies = await inChunks(ids('company'), mostIds, (some) => api.getCompaniesByIds(send, some));
  const leads = await inChunks(ids('lead'), leadsAtOnce, (some) =>
    Promise.all(some.map((id) => findLead(send, { id }))),
  );
  return [...contacts.map(toContactRecord), ...companies.map(toCompanyRecord), ...leads.flat()];
}

async function searchParents(send: Send, query: string): Promise<ParentMatch[]> {
  const isEmail = /^\S+@\S+\.\S+$/.test(query);
  const [contacts, companies, leads] = await Promise.all([
    api.searchContacts(send, query, hits),
    api.searchCompanies(send, query, hits),
    isEmail ? findLead(send, { email: query }) : [],
  ]);
  return [
    ...contacts.map(toContactRecord).map(toMatch),
    ...companies.map(toCompanyMatch),
    ...leads.map(toMatch),
  ];
}

/** An unknown lead is refused with a 404, not answered by nothing. */
async function findLead(send: Send, by: { id: string } | { email: string }): Promise<VendorRecord[]> {
  try {
    const lead = await api.getLead(send, by);
    return lead === null ? [] : [toLeadRecord(lead)];
  } catch (error) {
    if (error instanceof VendorError && error.kind === 'refused') return [];
    throw error;
  }
}

async function inChunks<Item>(
  ids: readonly string[],
  size: number,
  fetchSome: (some: readonly string[]) => Promise<Item[]>,
): Promise<Item[]> {
  const found: Item[] = [];
  for (let start = 0; start < ids.length; start += size) {
    found.push(...(await fetchSome(ids.slice(start, start + size))));
  }
  return found;
}
