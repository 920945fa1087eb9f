import { asker } from '../ask';
import type { Send } from '../port';
import type { CreateBody } from './mapping';
import {
  wireAccepted,
  wireCreated,
  wireMembers,
  wireOneTask,
  wireProspects,
  wireSequences,
  wireTaskPage,
} from './wire';

const ask = asker('Saleshandy');

export type TaskQuery = { status: string; sortBy: string; sortOrder: 'ASC' | 'DESC' };

/** `GET /v1/tasks`, https://developer.saleshandy.com; pages start at 1. */
export function getTasks(send: Send, query: TaskQuery, page: number, pageSize: number) {
  const paging = { page: String(page), pageSize: String(pageSize) };
  return ask(send, { method: 'GET', path: '/tasks', query: { ...query, ...paging } }, wireTaskPage);
}

/** `GET /v1/tasks/{taskId}` */
export function getTask(send: Send, id: string) {
  return ask(send, { method: 'GET', path: taskPath(id) }, wireOneTask);
}

/** `POST /v1/tasks/create`; answers one row for each prospect. */
export function postTask(send: Send, body: CreateBody) {
  return ask(send, { method: 'POST', path: '/tasks/create', body }, wireCreated);
}

/** `PATCH /v1/tasks/{taskId}/note` */
export function patchNote(send: Send, id: string, note: string) {
  return ask(send, { method: 'PATCH', path: `${taskPath(id)}/note`, body: { note } }, wireAccepted);
}

/** `POST /v1/tasks/{taskId}/snooze`; the time is an ISO date-time. */
export function postSnooze(send: Send, id: string, snoozeUntil: string) {
  return ask(send, { method: 'POST', path: `${taskPath(id)}/snooze`, body: { snoozeUntil } }, wireAccepted);
}

/** `POST /v1/tasks/{taskId}/complete`; the outcome is "mandatory for call tasks". */
export function postComplete(send: Send, id: string, callOutcome: string | null) {
  const body = callOutcome === null ? {} : { callOutcome };
  return ask(send, { method: 'POST', path: `${taskPath(id)}/complete`, body }, wireAccepted);
}

/** `POST /v1/tasks/{taskId}/skip`, without a body. */
export function postSkip(send: Send, id: string) {
  return ask(send, { method: 'POST', path: `${taskPath(id)}/skip` }, wireAccepted);
}

/** `GET /v1/tasks/assignee/list` */
export function getAssignees(send: Send) {
  return ask(send, { method: 'GET', path: '/tasks/assignee/list' }, wireMembers);
}

/** `GET /v1/user/team-member-list` */
export function getTeamMembers(send: Send) {
  return ask(send, { method: 'GET', path: '/user/team-member-list' }, wireMembers);
}

/** `GET /v1/sequences`; assumed: it pages as the other lists do, or answers all of them whatever the page. */
export function getSequences(send: Send, page: number, pageSize: number) {
  const query = { page: String(page), pageSize: String(pageSize) };
  return ask(send, { method: 'GET', path: '/sequences', query }, wireSequences);
}

/** `GET /v1/prospects`; searches first name, last name and email; a page holds 10, 20, 50 or 100. */
export function searchProspects(send: Send, search: string, pageSize: 10 | 20 | 50 | 100) {
  const query = { search, page: '1', pageSize: String(pageSize) };
  return ask(send, { method: 'GET', path: '/prospects', query }, wireProspects);
}

function taskPath(id: string): string {
  return `/tasks/${encodeURIComponent(id)}`;
}
