import { describe, expect, it } from 'vitest';

import type { Parent } from '#contract/parent';

import { VendorError } from '../port';
import type { Send, SendRequest } from '../port';
import { nameCandidates } from './records';
import { classify } from './refusals';

const ids = ['789e0123-e45b-67c8-a901-234567890abc', '11111111-2222-3333-4444-555555555555'] as const;

function judge(
  code: string | null,
  words: string,
  {
    method = 'POST',
    status = 400,
    candidates,
  }: { method?: SendRequest['method']; status?: number; candidates?: unknown } = {},
) {
  const json = code === null ? undefined : { error: { code, message: words, candidates } };
  const body = { words, text: words, ...(json === undefined ? {} : { json }) };
  return classify(status, body, new Headers(), { method, path: '/tasks' });
}

describe("LeadLex's refusals", () => {
  it('of a task without a record is told at the records, as in the example of the page', () => {
    const words = 'At least one parent link (contact_id, company_id, deal_id, or event_id) is required';
    const message = `LeadLex refused this: “${words}”. Correct it and send it again.`;
    expect(judge('validation_error', words)).toEqual({
      kind: 'refused',
      message,
      fields: [{ path: 'parents', message }],
    });
  });

  it.each([
    ['title is required', 'title'],
    ['Invalid due_date', 'due'],
    ['Due date must be ISO 8601', 'due'],
    ['assignee_id is not a member of the workspace', 'assigneeId'],
    ['priority must be low, medium or high', 'priority'],
    ['created_date is no date', 'createdDate'],
    ['task_type is too long', 'type'],
    ['description is too long', 'text'],
    ['Unknown status', 'progress'],
    ['contact_id belongs to another workspace', 'parents'],
  ])('“%s” is told at %s', (words, path) => {
    expect(judge('validation_error', words)).toMatchObject({ kind: 'refused', fields: [{ path }] });
  });

  it('that say nothing known are told without a field', () => {
    expect(judge('validation_error', 'Bad input')).toMatchObject({ kind: 'refused', fields: [] });
  });

  it.each([
    ['invalid_key', 'auth'],
    ['rate_limited', 'limited'],
    ['insufficient_credits', 'refused'],
    ['insufficient_permissions', 'refused'],
    ['no_match', 'refused'],
    ['not_found', 'refused'],
  ])('of code %s are %s whatever the status', (code, kind) => {
    expect(judge(code, 'No', { status: 400 })?.kind).toBe(kind);
  });

  it.each([
    [
      'Missing activities:write permission',
      'LeadLex: this key may not write tasks (permission activities:write).',
    ],
    ['Requires read:contacts', 'LeadLex: this key may not do this (permission read:contacts).'],
    ['Not allowed', 'LeadLex: this key may not do this: “Not allowed”.'],
  ])('for want of a permission, “%s”, say which one', (words, message) => {
    expect(judge('insufficient_permissions', words, { status: 403 })?.message).toBe(message);
  });

  it.each([
    ['POST', 'Contact not found', 'parents'],
    ['POST', 'Assignee not found', 'assigneeId'],
    ['PATCH', 'Assignee not found', 'assigneeId'],
    ['PATCH', 'Task not found', undefined],
    ['GET', 'Contact not found', undefined],
  ] as const)('that something is not there: %s, “%s” is told at %s', (method, words, path) => {
    const failure = judge('not_found', words, { method, status: 404 });
    expect(failure?.fields.map((field) => field.path)).toEqual(path === undefined ? [] : [path]);
  });

  it('says of a task that is not there any more just that', () => {
    const failure = judge('not_found', 'Task not found', { method: 'PATCH', status: 404 });
    expect(failure?.message).toBe('This task is no longer in LeadLex.');
  });

  it.each([
    [404, null],
    [405, null],
    [405, 'method_not_allowed'],
  ])('of a change with status %i and code %s say that tasks cannot be changed', (status, code) => {
    const failure = judge(code, 'No route', { method: 'PATCH', status });
    expect(failure).toMatchObject({ kind: 'refused', fields: [] });
    expect(failure?.message).toContain('does not let Outboard change tasks');
  });

  it.each([
    [404, null, 'POST'],
    [404, null, 'GET'],
    [500, null, 'PATCH'],
    [500, 'internal', 'PATCH'],
  ] as const)('with status %i and code %s of a %s are left to the status', (status, code, method) => {
    expect(judge(code, 'No', { method, status })).toBeNull();
  });
});

describe('a name that several records bear', () => {
  it.each([
    ['contact', `Several contacts match: ${ids.join(', ')}`, undefined, ids],
    ['company', `company_name fits ${ids[0]} and ${ids[0]}`, undefined, [ids[0]]],
    ['contact', 'Ambiguous', [ids[1], { id: ids[0] }], [ids[1], ids[0]]],
  ] as const)('is told with the %s ids of “%s”', (kind, words, candidates, expected) => {
    const failure = judge('ambiguous_reference', words, { candidates });
    expect(failure).toMatchObject({ kind: 'refused', fields: [{ path: 'parents' }] });
    expect(failure?.candidates).toEqual(expected.map((id) => ({ kind, id, name: '', detail: '' })));
    expect(failure?.message).not.toContain(ids[0]);
  });

  it('is told without ids where there are none', () => {
    expect(judge('ambiguous_reference', 'Ambiguous')).not.toHaveProperty('candidates');
  });

  const many = Array.from({ length: 7 }, (_, index) => ({
    kind: 'contact' as const,
    id: `c${index}`,
    name: '',
    detail: '',
  }));
  const typed: Parent[] = [{ kind: 'contact', id: '', name: 'Anna' }];

  it('costs at most five calls to name, and the rest stays under what was typed', async () => {
    const asked: string[] = [];
    const send: Send = ({ path }) => {
      asked.push(path);
      return Promise.resolve(
        path === '/contacts'
          ? { data: { contacts: [{ id: 'c0', full_name: 'Anna Weber', email: 'a@weber.example' }] } }
          : { data: { id: path.slice('/contacts/'.length), full_name: 'Anna Ost' } },
      );
    };
    const named = await nameCandidates(send, many, typed);
    expect(asked).toHaveLength(5);
    expect(named.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'c0 Anna Weber',
      ...['c1', 'c2', 'c3', 'c4'].map((id) => `${id} Anna Ost`),
      'c5 Anna',
      'c6 Anna',
    ]);
    expect(named[0]?.detail).toBe('a@weber.example');
  });

  it('can be chosen from even when the names cannot be had', async () => {
    const send: Send = () =>
      Promise.reject(new VendorError({ kind: 'limited', message: 'Slower', fields: [] }, { effect: 'none' }));
    const named = await nameCandidates(send, many, typed);
    expect(named).toEqual(many.map(({ kind, id }) => ({ kind, id, name: 'Anna', detail: id })));
  });

  it('of a firm is looked for among the firms', async () => {
    const firm: Parent[] = [{ kind: 'company', id: '', name: 'Weber' }];
    const send: Send = ({ path, query }) => {
      expect([path, query?.search]).toEqual(['/companies', 'Weber']);
      return Promise.resolve({
        data: { companies: [{ id: 'c0', name: 'Weber Ltd', domain: 'weber.example' }] },
      });
    };
    const [first] = await nameCandidates(send, many.slice(0, 1), firm);
    expect(first).toEqual({ kind: 'company', id: 'c0', name: 'Weber Ltd', detail: 'weber.example' });
  });
});
