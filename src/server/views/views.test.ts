import { randomUUID } from 'node:crypto';

import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { builtInViews, type View } from '#contract/view';
import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeEach(async () => {
  await desk?.stop();
  desk = await openDesk();
});
afterAll(() => desk.stop());

/** What one rep asks; null is someone who has not said who they are. */
function asRep(name: string | null) {
  return async (method: string, path = '', body?: unknown) => {
    const cookie = name === null ? '' : `rep=${encodeURIComponent(JSON.stringify({ name, email: null }))}`;
    const response = await fetch(`${desk.url}/api/views${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
}
const ada = asRep('Ada Rep');
const ben = asRep('Ben Rep');
const nobody = asRep(null);

const named = (name: string, more: object = {}) => ({
  id: randomUUID(),
  name,
  filter: 'channel=call',
  ...more,
});
const namesFor = async (rep: typeof ada) =>
  ((await rep('GET')).body.items as View[]).map(({ name, own }) => (own ? name : `(${name})`)).join(' ');

describe('a view', () => {
  it('is private until it is shared', async () => {
    const view = named('Mine');
    expect((await ada('POST', '', view)).body).toEqual({
      ...view,
      shared: false,
      owner: 'Ada Rep',
      own: true,
      position: 0,
    });
    expect(await namesFor(ben)).toBe('');
    await ada('PATCH', `/${view.id}`, { shared: true });
    expect(await namesFor(ben)).toBe('(Mine)');
    expect(await namesFor(asRep('ada rep'))).toBe('Mine');
  });

  it('of a rep who has not said who they are is everyone’s', async () => {
    const view = named('For all');
    await nobody('POST', '', view);
    expect(await namesFor(ada)).toBe('For all');
    expect((await ada('PATCH', `/${view.id}`, { name: 'For us' })).status).toBe(200);
    expect(await namesFor(nobody)).toBe('For us');
  });

  it('of a colleague is not changed under them, and a private one is not even told of', async () => {
    const [open, hidden] = [named('Shared', { shared: true }), named('Hidden')];
    await ada('POST', '', open);
    await ada('POST', '', hidden);
    for (const [method, body] of [['PATCH', { name: 'Taken' }], ['DELETE']] as const) {
      const answer = await ben(method, `/${open.id}`, body);
      expect([answer.status, answer.body.detail]).toEqual([
        403,
        'This view belongs to Ada Rep. Save a copy of your own and change that.',
      ]);
    }
    expect((await ben('PATCH', `/${hidden.id}`, { name: 'Taken' })).status).toBe(404);
    expect((await ben('DELETE', `/${hidden.id}`)).status).toBe(204);
    expect((await ben('POST', '', { ...hidden, name: 'Taken' })).status).toBe(409);
    expect(await namesFor(ada)).toBe('Shared Hidden');
  });

  it('can be copied under its own name by a colleague', async () => {
    const view = named('Calls of the day', { shared: true });
    await ada('POST', '', view);
    expect((await ben('POST', '', { ...view, id: randomUUID(), shared: false })).status).toBe(201);
    expect(await namesFor(ben)).toBe('Calls of the day (Calls of the day)');
  });

  it('keeps its filter in one way of writing, without the zone', async () => {
    const { body } = await ada(
      'POST',
      '',
      named('Zoned', { filter: '?priority=high&tz=Europe/Berlin&channel=call&channel=email' }),
    );
    expect(body.filter).toBe('channel=call,email&priority=high');
  });

  it('that is asked for twice is there once, and one that was deleted comes back to its place', async () => {
    const views = ['One', 'Two', 'Three'].map((name) => named(name));
    for (const view of views) await ada('POST', '', view);
    const again = await ada('POST', '', views[1]);
    expect([again.status, again.body.position]).toEqual([201, 1]);
    await ada('DELETE', `/${views[1]?.id}`);
    expect((await ada('DELETE', `/${views[1]?.id}`)).status).toBe(204);
    expect(await namesFor(ada)).toBe('One Three');
    await ada('POST', '', { ...views[1], position: 1 });
    expect(await namesFor(ada)).toBe('One Two Three');
  });

  it('that is asked for twice at once is answered to both', async () => {
    const view = named('Once');
    const answers = await Promise.all(Array.from({ length: 6 }, () => ada('POST', '', view)));
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(answers.map(() => [201, view.id]));
    expect(await namesFor(ada)).toBe('Once');
  });

  it('moves to another place, and so do the others', async () => {
    const views = ['A', 'B', 'C', 'D'].map((name) => named(name));
    for (const view of views) await ada('POST', '', view);
    await ben('POST', '', named('Other', { shared: true }));
    await ada('PATCH', `/${views[3]?.id}`, { position: 1 });
    expect(await namesFor(ada)).toBe('A D B C (Other)');
    await ada('PATCH', `/${views[0]?.id}`, { position: 1000 });
    expect(await namesFor(ada)).toBe('D B C A (Other)');
  });

  it('is told to the other pages', async () => {
    const abort = new AbortController();
    const stream = await fetch(`${desk.url}/api/events`, { signal: abort.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const until = async (text: string) => {
      while (!heard.includes(text)) heard += (await reader?.read())?.value ?? '';
    };
    await until('event: hello');
    await ada('POST', '', named('Told'));
    await until('event: views');
    abort.abort();
    expect(heard).toContain('event: views');
  });
});

describe('bad input is told at its field:', () => {
  it.each([
    ['no name', { name: '  ' }, 'name'],
    ['a long name', { name: 'x'.repeat(61) }, 'name'],
    ['a name that cannot be kept', { name: 'a\u0007b' }, 'name'],
    ['a name that is taken', { name: 'TAKEN' }, 'name'],
    ['a filter that does not exist', { filter: 'channel=fax' }, 'filter'],
    ['a parameter that is no filter', { filter: 'task=42' }, 'filter'],
    ['a filter that cannot be kept', { filter: 'q=%00' }, 'filter'],
    ['a filter of another kind', { filter: 7 }, 'filter'],
    ['an id that is none', { id: 'one' }, 'id'],
    ['a place before the first', { position: -1 }, 'position'],
    ['a word that is not known', { colour: 'red' }, 'colour'],
  ])('%s', async (_, wrong, path) => {
    await ada('POST', '', named('Taken'));
    const made = await ada('POST', '', { ...named('Fine'), ...wrong });
    expect([made.status, made.body.errors.map((one: { path: string }) => one.path)]).toEqual([422, [path]]);
    if (path === 'id') return;
    const view = named('Changed');
    await ada('POST', '', view);
    const changed = await ada('PATCH', `/${view.id}`, wrong);
    expect([changed.status, changed.body.errors[0].path]).toEqual([422, path]);
    expect((await ada('GET')).body.items).toContainEqual(expect.objectContaining(view));
  });

  it('a view that is gone, and an id that is none', async () => {
    expect((await ada('PATCH', `/${randomUUID()}`, { name: 'New' })).status).toBe(404);
    expect((await ada('DELETE', '/one')).status).toBe(404);
    expect((await ada('GET', '/counts?tz=Mars/Olympus')).body.errors[0].path).toBe('tz');
  });
});

it('one question counts all views, each as the board shows it; one that cannot be followed counts nothing', async () => {
  const [title] = [(await desk.pulledTask()).title];
  await desk.pulledTask();
  const views = [
    named('One', { filter: `q=${title}` }),
    named('Pattern', { filter: 'name=/^anna/' }),
    named('Broken', { filter: 'name=/(/' }),
    named('None', { filter: 'channel=email' }),
  ];
  for (const view of views) await ada('POST', '', view);
  await ben('POST', '', named('Private of Ben'));
  const { body } = await ada('GET', '/counts?tz=Europe/Berlin');
  const counts = Object.fromEntries(
    (body.items as { id: string; count: number }[]).map(({ id, count }) => [id, count]),
  );
  expect(views.map(({ id }) => counts[id])).toEqual([1, 2, null, 0]);
  expect(counts).toMatchObject({ 'all-open': 2, 'my-day': 0, calls: 2, overdue: 0, linkedin: 0 });
  expect(Object.keys(counts)).toHaveLength(builtInViews.length + views.length);
});
