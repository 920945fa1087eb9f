import { asker } from '../ask';
import type { Send } from '../port';
import type { CreateBody, UpdateBody } from './mapping';
import {
  wireAccepted,
  wireCompanies,
  wireContacts,
  wireDeals,
  wireEvents,
  wireRecordAnswer,
  wireTaskAnswer,
  wireTaskPage,
  wireUsers,
} from './wire';

const ask = asker('LeadLex');

/** The most rows that LeadLex gives at once. */
const perPage = '100';

/** List Tasks; assumed: without `status` it lists the tasks of every status. */
export function getTasks(send: Send, page: number) {
  const query = { page: String(page), per_page: perPage };
  return ask(send, { method: 'GET', path: '/tasks', query }, wireTaskPage);
}

/** Create Task, https://data.leadlex.com/functions/v1/api-gateway/v1/tasks */
export function postTask(send: Send, body: CreateBody) {
  return ask(send, { method: 'POST', path: '/tasks', body }, wireTaskAnswer);
}

/** assumed: no page shows how a task is changed; this is how a deal is, and `task.updated` says that tasks can be. */
export function patchTask(send: Send, id: string, body: UpdateBody) {
  return ask(send, { method: 'PATCH', path: pathOf('tasks', id), body }, wireTaskAnswer);
}

/** assumed as for `patchTask`; of the answer only the acceptance is read. */
export function patchTaskStatus(send: Send, id: string, status: 'open' | 'completed') {
  return ask(send, { method: 'PATCH', path: pathOf('tasks', id), body: { status } }, wireAccepted);
}

/** List Users, all at once. */
export async function getUsers(send: Send) {
  return (await ask(send, { method: 'GET', path: '/users' }, wireUsers)).data.users;
}

/** List Contacts */
export async function searchContacts(send: Send, search: string, limit: number) {
  const query = { search, per_page: String(limit) };
  return (await ask(send, { method: 'GET', path: '/contacts', query }, wireContacts)).data.contacts;
}

/** Get Contact and Get Deal; nothing documents how to get a single company. */
export function getRecord(send: Send, kind: 'contact' | 'deal', id: string) {
  return ask(send, { method: 'GET', path: pathOf(`${kind}s`, id) }, wireRecordAnswer);
}

/** List Companies */
export async function searchCompanies(send: Send, search: string, limit: number) {
  const query = { search, per_page: String(limit) };
  return (await ask(send, { method: 'GET', path: '/companies', query }, wireCompanies)).data.companies;
}

/** List Deals, which has no search: the first page of them. */
export async function getDeals(send: Send) {
  const query = { per_page: perPage };
  return (await ask(send, { method: 'GET', path: '/deals', query }, wireDeals)).data.deals;
}

/** List Calendar Events, which has no search: those of the window that it takes by itself, today and 30 days on. */
export async function getEvents(send: Send) {
  const query = { per_page: perPage };
  return (await ask(send, { method: 'GET', path: '/calendar/events', query }, wireEvents)).data.events;
}

function pathOf(noun: string, id: string): string {
  return `/${noun}/${encodeURIComponent(id)}`;
}
