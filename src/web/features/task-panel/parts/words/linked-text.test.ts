import { expect, test } from 'vitest';

import { linkedText } from './linked-text';

test('an https address in a text becomes a link, without the full stop after it', () => {
  expect(linkedText('See https://example.com/a?b=1. Then call.')).toEqual([
    { text: 'See ', href: null },
    { text: 'https://example.com/a?b=1', href: 'https://example.com/a?b=1' },
    { text: '. Then call.', href: null },
  ]);
});

test.each(['javascript:alert(1)', 'http://example.com/', 'https://', 'Nothing to follow here'])(
  '%s stays plain words',
  (text) => {
    expect(linkedText(text)).toEqual([{ text, href: null }]);
  },
);
