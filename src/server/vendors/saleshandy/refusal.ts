import type { VendorFailure } from '#contract/command';

import type { Classify } from '../port';
import { wireRefusal } from './wire';

/** Source: the list of errors of Create Task and others: "1001 Invalid token" with status 400, and no 401 anywhere. */
const badKey = '1001';

/** assumed: a refusal names the field of the request that it is about; the first that fits counts. */
const subjects: readonly { said: RegExp; path: string; message?: string }[] = [
  {
    said: /\bcall ?outcome\b/i,
    path: 'outcome',
    message: 'Saleshandy needs to know how the call ended. Choose an outcome.',
  },
  { said: /\bdue ?date\b/i, path: 'due' },
  { said: /\btask ?note\b/i, path: 'text' },
  { said: /\bprospect/i, path: 'parents' },
  { said: /\bpriority\b/i, path: 'priority' },
  { said: /\btask ?type\b/i, path: 'type' },
];

/** Calls that are about one field, whatever the words. */
const verbs: readonly { to: RegExp; path: string }[] = [
  { to: /\/snooze$/, path: 'due' },
  { to: /\/note$/, path: 'text' },
];

/** Saleshandy's reading of an answer that is not 2xx: a bad key is a 400 like any other refusal, told by its number. */
export const classify: Classify = (status, body, _headers, request) => {
  if (status < 400 || status > 499 || [401, 403, 408, 429].includes(status)) return null;
  const words = body.words.replace(/^\d+\W+/, '');
  if (codesIn(body.json).includes(badKey) || /^(1001\W+)?invalid token\b/i.test(body.words)) {
    return {
      kind: 'auth',
      message: `Saleshandy does not accept the API key${quoted(words)}. Paste a valid key into the connection.`,
      fields: [],
    };
  }
  const known = subjects.find(({ said }) => said.test(words));
  const message = known?.message ?? `Saleshandy refused this${quoted(words)}. Change it and send it again.`;
  const verb = verbs.find(({ to }) => to.test(request?.path ?? ''));
  return refused(message, known?.path ?? verb?.path);
};

/** A refusal to be told at one field, or at none. */
export function refused(message: string, path?: string): VendorFailure {
  return { kind: 'refused', message, fields: path === undefined ? [] : [{ path, message }] };
}

function codesIn(json: unknown): (string | null | undefined)[] {
  const { success, data } = wireRefusal.safeParse(json);
  if (!success) return [];
  return [data.code, typeof data.error === 'object' ? data.error?.code : data.error];
}

function quoted(words: string): string {
  return words === '' ? '' : `: “${words}”`;
}
