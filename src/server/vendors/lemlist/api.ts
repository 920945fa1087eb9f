import { asker } from '../ask';
import { patience } from '../port';
import type { Send, SendRequest } from '../port';
import type { CreateBody, UpdateBody } from './mapping';
import {
  wireAccepted,
  wireCampaigns,
  wireCompanies,
  wireContacts,
  wireLead,
  wireTask,
  wireTaskPage,
  wireTeam,
} from './wire';

const ask = asker('lemlist');

/** https://developer.lemlist.com/api-reference/endpoints/tasks/get-many-tasks; a call without `filters` is known to fail. */
export function getTasks(send: Send, page: number) {
  return ask(
    send,
    { method: 'GET', path: '/tasks', query: { page: String(page), filters: '[]' } },
    wireTaskPage,
  );
}

/** https://developer.lemlist.com/api-reference/endpoints/tasks/create-task */
export function postTask(send: Send, body: CreateBody) {
  return ask(send, { method: 'POST', path: '/tasks', body, ...timeForFiles(body) }, wireTask);
}

/** https://developer.lemlist.com/api-reference/endpoints/tasks/update-task; the id travels in the body. */
export function patchTask(send: Send, id: string, body: UpdateBody) {
  return ask(
    send,
    { method: 'PATCH', path: '/tasks', body: { id, ...body }, ...timeForFiles(body) },
    wireTask,
  );
}

/** https://developer.lemlist.com/api-reference/endpoints/tasks/update-task, of which only the acceptance is read. */
export function patchTaskDone(send: Send, id: string) {
  return ask(send, { method: 'PATCH', path: '/tasks', body: { id, done: true } }, wireAccepted);
}

/** https://developer.lemlist.com/api-reference/endpoints/tasks/ignore-tasks */
export function postTasksIgnore(send: Send, ids: readonly string[]) {
  return ask(send, { method: 'POST', path: '/tasks/ignore', body: { ids } }, wireAccepted);
}

/** https://developer.lemlist.com/api-reference/endpoints/team/get-team; only version 2 names the people. */
export function getTeam(send: Send) {
  return ask(send, { method: 'GET', path: '/team', query: { version: 'v2' } }, wireTeam);
}

/** https://developer.lemlist.com/api-reference/endpoints/campaigns/get-many-campaigns; at most 100 at once. */
export function getCampaigns(send: Send, limit: number, offset: number) {
  const query = { version: 'v2', limit: String(limit), offset: String(offset) };
  return ask(send, { method: 'GET', path: '/campaigns', query }, wireCampaigns);
}

/** https://developer.lemlist.com/api-reference/endpoints/contacts/get-many-contacts, at most 100 ids. */
export function getContactsByIds(send: Send, ids: readonly string[]) {
  return ask(send, { method: 'GET', path: '/contacts', query: { idsOrEmails: ids.join(',') } }, wireContacts);
}

/** https://developer.lemlist.com/api-reference/endpoints/contacts/get-many-contacts, two characters or more. */
export function searchContacts(send: Send, search: string, limit: number) {
  return ask(
    send,
    { method: 'GET', path: '/contacts', query: { search, limit: String(limit) } },
    wireContacts,
  );
}

/** https://developer.lemlist.com/api-reference/endpoints/companies/get-many-companies */
export function getCompaniesByIds(send: Send, ids: readonly string[]) {
  const query = { idsOrDomains: ids.join(','), limit: String(ids.length) };
  return ask(send, { method: 'GET', path: '/companies', query }, wireCompanies);
}

/** https://developer.lemlist.com/api-reference/endpoints/companies/get-many-companies */
export function searchCompanies(send: Send, search: string, limit: number) {
  return ask(
    send,
    { method: 'GET', path: '/companies', query: { search, limit: String(limit) } },
    wireCompanies,
  );
}

/** https://developer.lemlist.com/api-reference/endpoints/leads/get-lead-by-email-or-id; by `id` or by `email`. */
export function getLead(send: Send, by: { id: string } | { email: string }) {
  return ask(send, { method: 'GET', path: '/leads', query: by }, wireLead);
}

/** lemlist fetches a task's files before it answers. */
function timeForFiles({ images = [], videos = [] }: UpdateBody): Pick<SendRequest, 'timeoutMs'> {
  return images.length + videos.length > 0 ? { timeoutMs: patience.filesAnswerMs } : {};
}
