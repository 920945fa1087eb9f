import { expect, test } from 'vitest';

import { rememberedFirst } from './name-choices';

const hans = (id: string) => ({ kind: 'contact' as const, id, name: 'Hans Müller', detail: id });

test('a remembered record stands before all others, once', () => {
  expect(rememberedFirst([hans('b')], [hans('a'), hans('b')]).map(({ id }) => id)).toEqual(['b', 'a']);
});
