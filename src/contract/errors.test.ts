import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { fieldErrors } from './errors';

const schema = z
  .strictObject({
    title: z
      .string('Give a title.')
      .check(z.minLength(3, 'Three characters.'), z.regex(/^A/, 'Begin with A.')),
    parents: z.array(z.strictObject({ id: z.string('Name the record.') })),
  })
  .check(z.refine(({ title }) => title !== 'Aaa', { path: ['title'], message: 'Not this one.' }));

const errorsOf = (value: unknown) => {
  const { error } = schema.safeParse(value);
  return error === undefined ? [] : fieldErrors(error);
};

describe('field errors', () => {
  it('name each field by its dotted path, with its first message', () => {
    expect(errorsOf({ title: 'x', parents: [{ id: 'a' }, {}] })).toEqual([
      { path: 'title', message: 'Three characters.' },
      { path: 'parents.1.id', message: 'Name the record.' },
    ]);
  });

  it('name every field that is not known, wherever it is', () => {
    expect(errorsOf({ title: 'Abc', parents: [{ id: 'a', x: 1 }], y: 1, z: 1 })).toEqual([
      { path: 'parents.0.x', message: '“x” is not known here. Remove it.' },
      { path: 'y', message: '“y” is not known here. Remove it.' },
      { path: 'z', message: '“z” is not known here. Remove it.' },
    ]);
  });

  it('blame the field of a rule across fields, and the whole input with an empty path', () => {
    expect(errorsOf({ title: 'Aaa', parents: [] })).toEqual([{ path: 'title', message: 'Not this one.' }]);
    expect(errorsOf(null).map((error) => error.path)).toEqual(['']);
  });
});
