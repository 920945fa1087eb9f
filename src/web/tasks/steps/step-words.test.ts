import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import { nameList, reopensLater, spokenWords, stepWords, undoneWords } from './step-words';

const call = sampleTask({ id: 'a', title: 'Call Anna Weber' });

test('a move is told with the time that is left to take it back', () => {
  expect(spokenWords('complete', [call], 8)).toBe(
    'Moved “Call Anna Weber” to Completed. Undo within 8 seconds.',
  );
  expect(spokenWords('ignore', [call], 1)).toBe('Moved “Call Anna Weber” to Ignored. Undo within 1 second.');
});

test('a completion that may send says so', () => {
  expect(stepWords('complete', [{ ...call, outbound: true }])).toBe(
    'Moved “Call Anna Weber” to Completed. lemlist may send a message.',
  );
});

test('a task without a title goes by its type, several by their number', () => {
  expect(stepWords('snooze', [{ ...call, title: ' ' }])).toBe('Snoozed “Phone call”.');
  const person = { ...call.person, name: 'Anna Weber' };
  const untitled = {
    ...call,
    vendor: 'saleshandy' as const,
    vendorType: '13',
    title: '',
    text: 'Ask.',
    person,
  };
  expect(stepWords('complete', [untitled])).toBe('Moved “Follow-up call (Anna Weber)” to Completed.');
  expect(undoneWords('ignore', [call, call])).toBe('Undone: ignored 2 tasks.');
  expect(undoneWords('complete', [call])).toBe('Undone: completed “Call Anna Weber”.');
  expect(nameList([call, untitled, call, call], 12)).toBe(
    '“Call Anna Weber”, “Follow-up call (Anna Weber)”, “Call Anna Weber” and 9 more',
  );
});

test('a snooze says until when', () => {
  const until = { kind: 'date', date: '2040-03-12' } as const;
  expect(stepWords('snooze', [call], { snoozedTo: until })).toMatch(
    /^Snoozed “Call Anna Weber” until .*2040\.$/,
  );
});

test('tasks that were given to somebody say to whom, also when that is undone', () => {
  const aim = { givenTo: 'Ben Rep' };
  expect(stepWords('edit', [call], aim)).toBe('Gave “Call Anna Weber” to Ben Rep.');
  expect(stepWords('edit', [call], aim, 27)).toBe('Gave 27 tasks to Ben Rep.');
  expect(undoneWords('edit', [call], 27, 0, 'Ben Rep')).toBe('Undone: gave 27 tasks to Ben Rep.');
  expect(stepWords('edit', [call])).toBe('Changed “Call Anna Weber”.');
});

test('a step that the vendor never hears of says so', () => {
  expect(stepWords('ignore', [{ ...call, vendor: 'leadlex' }])).toBe(
    'Moved “Call Anna Weber” to Ignored. Kept on this board only.',
  );
});

test('after its hold a step is offered to be reopened only where every vendor of it can', () => {
  const other = { ...call, vendor: 'leadlex' as const };
  expect(reopensLater('complete', [other])).toBe(true);
  expect(reopensLater('ignore', [other])).toBe(true);
  expect(reopensLater('snooze', [other])).toBe(false);
  expect(reopensLater('complete', [other, call])).toBe(false);
});
