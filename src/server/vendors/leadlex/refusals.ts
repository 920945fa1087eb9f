import type { VendorFailure } from '#contract/command';

import type { Classify, SendRequest } from '../port';
import { wireRefusal } from './wire';

type Said = {
  words: string;
  message: string;
  candidates: readonly string[];
  request: SendRequest | undefined;
};

/** LeadLex's codes, by which its refusals are told; the status only repeats them. */
const byCode: Record<string, (said: Said) => VendorFailure> = {
  invalid_key: ({ words }) => ({
    kind: 'auth',
    message: `LeadLex does not accept the API key${quoted(words)}. Paste a valid key into the connection.`,
    fields: [],
  }),
  rate_limited: () => ({
    kind: 'limited',
    message: 'LeadLex asks to go slower. Outboard waits and then goes on by itself.',
    fields: [],
  }),
  insufficient_permissions: ({ words }) => refused(forbidden(words), null),
  insufficient_credits: ({ words }) =>
    refused(
      `The LeadLex account has too few credits for this${quoted(words)}. Ask who manages the account.`,
      null,
    ),
  ambiguous_reference: toAmbiguous,
  no_match: ({ words }) =>
    refused(`LeadLex found no record of this name${quoted(words)}. Choose one from the list.`, 'parents'),
  not_found: toNotFound,
  validation_error: ({ words }) =>
    refused(`LeadLex refused this${quoted(words)}. Correct it and send it again.`, fieldOf(words)),
};

/** What a refusal of a task is about, by known text; the first that fits counts. */
const fields: readonly { said: RegExp; path: string }[] = [
  // "At least one parent link (contact_id, company_id, deal_id, or event_id) is required", the page's own example.
  { said: /\bparent link\b/i, path: 'parents' },
  // assumed: other refusals name the field of the request that they are about.
  { said: /\btitle\b/i, path: 'title' },
  { said: /\bassignee|\bassigned|\buser\b/i, path: 'assigneeId' },
  { said: /\bdue\b|\bdue[_ ]date/i, path: 'due' },
  { said: /\bpriority\b/i, path: 'priority' },
  { said: /\bcreated[_ ]date/i, path: 'createdDate' },
  { said: /\btask[_ ]type/i, path: 'type' },
  { said: /\bdescription\b/i, path: 'text' },
  { said: /\bstatus\b/i, path: 'progress' },
  { said: /\b(contact|company|deal|event)/i, path: 'parents' },
];

/** LeadLex's reading of an answer that is not 2xx, `{error: {code, message}}`. */
export const classify: Classify = (status, { json, words }, _headers, request) => {
  const error = wireRefusal.safeParse(json).data?.error;
  // assumed: that tasks can be changed is not documented; where they cannot, the gateway knows no such route.
  const noRoute = status === 405 || (status === 404 && error === undefined);
  if (noRoute && request?.method === 'PATCH')
    return refused('LeadLex does not let Outboard change tasks. Change it in LeadLex itself.', null);
  if (error === undefined || !Object.hasOwn(byCode, error.code)) return null;
  const { message, candidates } = error;
  return (
    byCode[error.code]?.({ words, message: message ?? '', candidates: candidates ?? [], request }) ?? null
  );
};

/** The ids stand in the message; which kind of record they are is told by its words. */
function toAmbiguous({ message, candidates }: Said): VendorFailure {
  const uuid = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi;
  const ids = [...new Set(candidates.length > 0 ? candidates : (message.match(uuid) ?? []))];
  const kind = /compan/i.test(message) && !/contact/i.test(message) ? 'company' : 'contact';
  const failure = refused(
    'LeadLex knows more than one record of this name. Choose the one you mean.',
    'parents',
  );
  if (ids.length === 0) return failure;
  return { ...failure, candidates: ids.map((id) => ({ kind, id, name: '', detail: '' })) };
}

function toNotFound({ words, request }: Said): VendorFailure {
  const path = fieldOf(words) === 'assigneeId' ? 'assigneeId' : 'parents';
  if (request?.method === 'POST' || (request?.method === 'PATCH' && path === 'assigneeId'))
    return refused(`LeadLex did not find this${quoted(words)}. Choose another one.`, path);
  if (request?.method === 'PATCH') return refused('This task is no longer in LeadLex.', null);
  return refused(`LeadLex does not have this${quoted(words)}.`, null);
}

/** Permissions are written in either order, `activities:write` or `read:contacts`. */
function forbidden(words: string): string {
  const permission = /\b[a-z_]+:[a-z_]+\b/.exec(words)?.[0];
  if (permission === undefined) return `LeadLex: this key may not do this${quoted(words)}.`;
  const writesTasks = permission === 'activities:write' || permission === 'write:activities';
  return `LeadLex: this key may not ${writesTasks ? 'write tasks' : 'do this'} (permission ${permission}).`;
}

function fieldOf(words: string): string | null {
  return fields.find(({ said }) => said.test(words))?.path ?? null;
}

function quoted(words: string): string {
  return words === '' ? '' : `: “${words}”`;
}

function refused(message: string, path: string | null): VendorFailure {
  return { kind: 'refused', message, fields: path === null ? [] : [{ path, message }] };
}
