import { describe, expect, it } from 'vitest';

import { classify } from './refusal';

const judge = (status: number, words: string, json?: unknown, path = '/tasks/create') =>
  classify(status, { words, text: words, ...(json === undefined ? {} : { json }) }, new Headers(), {
    method: 'POST',
    path,
  });

describe("Saleshandy's refusals", () => {
  it.each([
    ['{code, message}', 'Invalid token', { code: 1001, message: 'Invalid token' }],
    ['{code: text}', 'Nope', { code: '1001', message: 'Nope' }],
    ['{error: {code}}', 'Nope', { error: { code: 1001, message: 'Nope' } }],
    ['plain words', '1001: Invalid token', undefined],
  ])('of the key are told as such, in %s', (_layout, words, json) => {
    const failure = judge(400, words, json);
    expect(failure).toMatchObject({ kind: 'auth', fields: [] });
    expect(failure?.message).toContain('does not accept the API key');
    expect(failure?.message).not.toContain('1001');
  });

  it.each([
    ['dueDate must be a date', 'due'],
    ['taskNote is too long', 'text'],
    ['Prospect not found', 'parents'],
    ['priority is unknown', 'priority'],
    ['taskType is unknown', 'type'],
  ])('“%s” is told at %s in its words', (words, path) => {
    expect(judge(400, words)).toMatchObject({ kind: 'refused', fields: [{ path }] });
    expect(judge(400, words)?.message).toContain(words);
  });

  it.each([
    ['/tasks/t1/snooze', 'due'],
    ['/tasks/t1/note', 'text'],
  ])('of %s are told at %s whatever the words', (path, field) => {
    expect(judge(400, 'No', { code: 4000 }, path)).toMatchObject({
      kind: 'refused',
      fields: [{ path: field }],
    });
  });

  it('for want of an outcome ask for one', () => {
    expect(judge(400, 'Failed to complete task: callOutcome is required')).toEqual({
      kind: 'refused',
      message: 'Saleshandy needs to know how the call ended. Choose an outcome.',
      fields: [
        { path: 'outcome', message: 'Saleshandy needs to know how the call ended. Choose an outcome.' },
      ],
    });
  });

  it.each([400, 404, 409, 422])(
    'with status %i quote what Saleshandy said, without its numbers',
    (status) => {
      const failure = judge(status, '4000 Failed to skip task', { code: 4000 }, '/tasks/t1/skip');
      expect(failure).toMatchObject({ kind: 'refused', fields: [] });
      expect(failure?.message).toContain('“Failed to skip task”');
    },
  );

  it.each([401, 403, 429, 500, 302])('with status %i are left to the status', (status) => {
    expect(judge(status, 'Prospect not found')).toBeNull();
  });
});
