import { describe, expect, it } from 'vitest';

import { formPath, placeErrors } from './form-path';

describe('the field to blame', () => {
  it.each([
    ['due.at', 'due'],
    ['due', 'due'],
    ['until', 'due'],
    ['parents.0.id', 'parents'],
    ['changes.title', 'title'],
    ['changes.due.at', 'due'],
    ['media', 'media'],
    ['media.2', 'media.2.url'],
    ['media.2.kind', 'media.2.url'],
    ['vendor', 'connectionId'],
    ['', null],
    ['taskIds', null],
    ['toString', null],
  ])('%s is shown at %s', (path, place) => {
    expect(formPath(path)).toBe(place);
  });
});

describe('complaints', () => {
  it('stand in the order of the screen, the first of each field', () => {
    const errors = [
      { path: 'parents', message: 'Link it.' },
      { path: 'due.kind', message: 'Needs a time.' },
      { path: 'due.at', message: 'Invalid.' },
      { path: 'title', message: 'Too long.' },
    ];
    expect(placeErrors(errors, () => true)).toEqual({
      fields: [
        { path: 'parents', message: 'Link it.' },
        { path: 'title', message: 'Too long.' },
        { path: 'due', message: 'Needs a time.' },
      ],
      rest: [],
    });
  });

  it('without a field on the screen go to the summary, each once', () => {
    const errors = [
      { path: '', message: 'The account is paused.' },
      { path: 'nowhere', message: 'The account is paused.' },
      { path: 'media', message: 'No files here.' },
    ];
    expect(placeErrors(errors, (field) => field !== 'media')).toEqual({
      fields: [],
      rest: ['The account is paused.', 'No files here.'],
    });
  });
});
